"""How functions become known to expressions: by name, with the number of arguments they take."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from inspector_app.checklists.xpath.context import Context, Run
from inspector_app.checklists.xpath.values import Value
from inspector_app.domain.errors import UnusableInput
from inspector_app.domain.wording import sentence

MANY = 1_000


@dataclass(frozen=True, slots=True)
class Function:
    """One function: ``eager`` gets values, otherwise it gets closures and decides what to run."""

    name: str
    least: int
    most: int
    eager: bool
    body: Callable[..., Value]


FUNCTIONS: dict[str, Function] = {}


def function(
    *names: str, takes: tuple[int, int], eager: bool = True
) -> Callable[[Callable[..., Value]], Callable[..., Value]]:
    """Make a function known; its first parameter is the context."""

    def register(body: Callable[..., Value]) -> Callable[..., Value]:
        for name in names:
            FUNCTIONS[name] = Function(name, takes[0], takes[1], eager, body)
        return body

    return register


def call(name: str, arguments: tuple[Run, ...], text: str) -> Run:
    """Return the closure of a call; a wrong number of arguments is told where it is reached."""
    known = FUNCTIONS[name]
    if not known.least <= len(arguments) <= known.most:
        return _miscounted(known, len(arguments), text)
    body = known.body
    if not known.eager:
        return lambda context: body(context, *arguments)
    if not arguments:
        return body
    if len(arguments) == 1:
        only = arguments[0]
        return lambda context: body(context, only(context))

    def run(context: Context) -> Value:
        return body(context, *[argument(context) for argument in arguments])

    return run


def miscounted(known: Function, given: int, text: str) -> UnusableInput:
    """Return what to say of a call with a wrong number of arguments."""
    takes: object = known.least
    if known.most == MANY:
        takes = sentence("{least} or more", least=known.least)
    elif known.most != known.least:
        takes = sentence("{least} to {most}", least=known.least, most=known.most)
    return UnusableInput(
        sentence(
            "The expression {expression} calls {name} with a wrong number of values: "
            "{given} instead of {takes}. Correct the call.",
            expression=text,
            name=f"{known.name}()",
            given=given,
            takes=takes,
        )
    )


def _miscounted(known: Function, given: int, text: str) -> Run:
    def run(_: Context) -> Value:
        raise miscounted(known, given, text)

    return run
