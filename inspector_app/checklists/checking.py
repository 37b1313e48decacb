"""Everything that is wrong in a checklist's table at once, each with its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from inspector_app.checklists.compile import compile_xlsform
from inspector_app.checklists.faults import FormFault, located
from inspector_app.checklists.files import decoded, files_needed
from inspector_app.checklists.form import FormDefinition
from inspector_app.checklists.reading import read_form
from inspector_app.checklists.rules import COLUMNS, Compiler, build_rules, expressions
from inspector_app.checklists.xpath.parser import parse
from inspector_app.checklists.xpath.syntax import Call, Literal, everything
from inspector_app.domain.errors import UnusableInput
from inspector_app.domain.wording import Sentence, sentence


def form_faults(xform: str, beside: Mapping[str, bytes]) -> list[UnusableInput]:
    """Return what is wrong in a compiled form; a fault that keeps it from being read stands alone."""
    try:
        texts = {needed: decoded(beside[needed]) for needed in files_needed(xform) if needed in beside}
        form = read_form(xform, texts)
    except UnusableInput as problem:
        return [problem]
    found: list[UnusableInput] = list(_mistakes(form))
    if not found:
        try:
            build_rules(form, Compiler(form))
        except UnusableInput as circle:
            found.append(circle)
    return found


def faults(content: bytes, name: str, beside: Mapping[str, bytes]) -> tuple[Sentence, ...]:
    """Return what is wrong with a table's form, each with its place as far as it is known."""
    try:
        found = form_faults(compile_xlsform(content, name), beside)
    except UnusableInput as problem:
        return (problem.sentence,)
    told = (
        located(fault, content, name).sentence if isinstance(fault, FormFault) else fault.sentence
        for fault in found
    )
    return tuple({str(one): one for one in told}.values())


def _mistakes(form: FormDefinition) -> Iterator[FormFault]:
    compiler = Compiler(form)
    for path, aspect, text, subject in expressions(form):
        try:
            compiler.compile(text, subject)
        except UnusableInput as mistake:
            yield FormFault(mistake.sentence, subject, COLUMNS[aspect])
            continue
        for missing in _unknown_lists(form, text):
            yield FormFault(
                sentence("The form has no list of choices called {name}. Check the name.", name=missing),
                path,
                COLUMNS[aspect],
            )


def _unknown_lists(form: FormDefinition, text: str) -> Iterator[str]:
    for part in everything(parse(text)):
        match part:
            case Call("instance", (Literal(name),)) if name not in form.secondary:
                yield name
