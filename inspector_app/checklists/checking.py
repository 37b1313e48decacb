"""Everything that is wrong in a checklist's table at once, each with its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from inspector_app.checklists.compile import compile_xlsform
from inspector_app.checklists.doubts import doubts
from inspector_app.checklists.faults import FormFault, located
from inspector_app.checklists.files import decoded, files_needed
from inspector_app.checklists.form import FormDefinition
from inspector_app.checklists.reading import read_form
from inspector_app.checklists.rules import COLUMNS, Compiler, build_rules, expressions
from inspector_app.checklists.xpath.literals import refuse_wrong_literals
from inspector_app.checklists.xpath.parser import parse
from inspector_app.checklists.xpath.syntax import Call, Literal, everything
from inspector_app.domain.errors import UnusableInput
from inspector_app.domain.wording import Sentence, sentence


@dataclass(frozen=True, slots=True)
class Looked:
    """What a look at a compiled form has found."""

    faults: tuple[UnusableInput, ...]
    doubts: tuple[FormFault, ...] = ()


def look_at(xform: str, beside: Mapping[str, bytes]) -> Looked:
    """Return what is wrong in a compiled form; a fault that keeps it from being read stands alone."""
    try:
        texts = {needed: decoded(beside[needed]) for needed in files_needed(xform) if needed in beside}
        form = read_form(xform, texts)
    except UnusableInput as problem:
        return Looked((problem,))
    compiler = Compiler(form)
    found: list[UnusableInput] = list(_mistakes(form, compiler))
    if not found:
        try:
            build_rules(form, compiler)
        except UnusableInput as circle:
            found.append(circle)
    if not found and not _keeps_anything(form):
        found.append(
            UnusableInput(
                sentence("The checklist has no question that anybody could answer. Write a row for each.")
            )
        )
    return Looked(tuple(found), () if found else tuple(doubts(form, compiler)))


def _keeps_anything(form: FormDefinition) -> bool:
    """Tell whether something is asked, or at least computed or kept, beside what describes the record."""
    shown = {control.path: control.kind for control in form.everything()}
    if any(kind.is_answerable or kind.takes_evidence for kind in shown.values()):
        return True
    kept = (path for path, bind in form.binds.items() if not bind.preload[0] and "meta" not in path)
    return any(shown.get(path) is None for path in kept)


def faults(content: bytes, name: str, beside: Mapping[str, bytes]) -> tuple[Sentence, ...]:
    """Return what is wrong with a table's form, each with its place as far as it is known."""
    try:
        found = look_at(compile_xlsform(content, name), beside).faults
    except UnusableInput as problem:
        return (problem.sentence,)
    told = (
        located(fault, content, name).sentence if isinstance(fault, FormFault) else fault.sentence
        for fault in found
    )
    return tuple({str(one): one for one in told}.values())


def _mistakes(form: FormDefinition, compiler: Compiler) -> Iterator[FormFault]:
    for path, aspect, text, subject in expressions(form):
        try:
            compiler.compile(text, subject)
            refuse_wrong_literals(parse(text))
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
