"""Expressions cut into tokens, with XPath's rule for when ``*`` and names are operators."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from inspector_app.domain.errors import UnusableInput
from inspector_app.domain.wording import sentence


class TokenKind(StrEnum):
    """What a token is."""

    NUMBER = "number"
    LITERAL = "literal"
    NAME = "name"
    OPERATOR = "operator"
    SIGN = "sign"
    VARIABLE = "variable"
    END = "end"


@dataclass(frozen=True, slots=True)
class Token:
    """One token and the character it begins at, counted from 1."""

    kind: TokenKind
    text: str
    place: int


_NAME_START = r"[^\W\d]"
_NAME_REST = r"[\w.\-·]*"
_PATTERN = re.compile(
    rf"""
    (?P<blank>\s+)
  | (?P<number>\d+(?:\.\d*)?|\.\d+)
  | (?P<literal>"[^"]*"|'[^']*')
  | (?P<variable>\$[\w.\-]+)
  | (?P<sign>//|::|\.\.|[()\[\].@,/])
  | (?P<operator><=|>=|!=|[|+\-=<>*])
  | (?P<name>{_NAME_START}{_NAME_REST}(?::(?:{_NAME_START}{_NAME_REST}|\*))?)
    """,
    re.VERBOSE,
)
_WORD_OPERATOR = re.compile(r"and|or|mod|div")
_BEFORE_OPERAND = frozenset({"@", "::", "(", "[", ",", "/", "//"})


def tokenize(expression: str) -> list[Token]:
    """Return the tokens, ended by one of kind ``END``; a fault is told with its place."""
    tokens: list[Token] = []
    place = 0
    while place < len(expression):
        match = _WORD_OPERATOR.match(expression, place) if _after_operand(tokens) else None
        if match is not None:
            tokens.append(Token(TokenKind.OPERATOR, match.group(), place + 1))
            place = match.end()
            continue
        match = _PATTERN.match(expression, place)
        if match is None:
            raise _unreadable(expression, place)
        kind, text = match.lastgroup or "", match.group()
        if kind != "blank":
            tokens.append(_token(kind, text, place + 1, tokens))
        place = match.end()
    tokens.append(Token(TokenKind.END, "", len(expression) + 1))
    return tokens


def _after_operand(before: list[Token]) -> bool:
    """Tell whether an operand has just ended, so that a name or ``*`` can only be an operator."""
    if not before or before[-1].kind is TokenKind.OPERATOR:
        return False
    return before[-1].kind is TokenKind.LITERAL or before[-1].text not in _BEFORE_OPERAND


def _token(kind: str, text: str, place: int, before: list[Token]) -> Token:
    if kind == "literal":
        return Token(TokenKind.LITERAL, text[1:-1], place)
    if text == "*" and not _after_operand(before):
        return Token(TokenKind.NAME, text, place)
    return Token(TokenKind(kind), text, place)


def _unreadable(expression: str, place: int) -> UnusableInput:
    if expression[place] in "\"'":
        return UnusableInput(
            sentence(
                "The expression {expression} opens a quotation at character {place} and never closes it. "
                "Add the closing quotation mark.",
                expression=expression,
                place=place + 1,
            )
        )
    return UnusableInput(
        sentence(
            "The expression {expression} has the sign {sign} at character {place}, where it means nothing. "
            "Remove or correct it.",
            expression=expression,
            sign=expression[place],
            place=place + 1,
        )
    )
