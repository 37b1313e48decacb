"""What is written out in an expression and can be judged before anybody answers."""

from __future__ import annotations

from inspector_app.checklists.xpath.functions_core import digest_called
from inspector_app.checklists.xpath.patterns import read_pattern
from inspector_app.checklists.xpath.syntax import Call, Expression, Literal, everything


def refuse_wrong_literals(tree: Expression) -> None:
    """Raise a sentence for a pattern nobody can read and for a digest nobody knows.

    A form that runs is not refused for it: there it is told at the question.
    """
    for part in everything(tree):
        match part:
            case Call("regex", (_, Literal(pattern))):
                read_pattern(pattern)
            case Call("digest", (_, Literal(name), *_)):
                digest_called(name)
            case _:
                continue
