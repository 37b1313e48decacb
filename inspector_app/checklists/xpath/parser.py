"""Tokens to a syntax tree, by the grammar of XPath 1.0."""

from __future__ import annotations

from inspector_app.checklists.xpath.syntax import (
    Axis,
    Binary,
    Call,
    Expression,
    Filter,
    Literal,
    Negation,
    Number,
    Path,
    Start,
    Step,
    Test,
    parts,
)
from inspector_app.checklists.xpath.tokens import Token, TokenKind, tokenize
from inspector_app.domain.errors import UnusableInput
from inspector_app.domain.wording import sentence

_LEVELS = {
    "or": 0,
    "and": 1,
    "=": 2,
    "!=": 2,
    "<": 3,
    "<=": 3,
    ">": 3,
    ">=": 3,
    "+": 4,
    "-": 4,
    "*": 5,
    "div": 5,
    "mod": 5,
}
_NODE_TYPES = frozenset({"node", "text", "comment", "processing-instruction"})
_ANYWHERE = Step(Axis.DESCENDANT_OR_SELF, Test(node_type="node"))
_AXES = frozenset(axis.value for axis in Axis)
_DEEPEST = 80
_LONGEST = 300
"""Levels of a tree, which is walked by recursion."""


def parse(expression: str) -> Expression:
    """Return the tree of ``expression``; a fault is told in a sentence that quotes it."""
    parser = _Parser(expression)
    tree = parser.whole()
    if parser.operators > _LONGEST and _levels(tree) > _LONGEST:
        raise _too_deep(expression)
    return tree


def _levels(tree: Expression) -> int:
    """Return how many levels a tree has; a chain of operators has one for each of them."""
    level, count = [tree], 0
    while level:
        level, count = [part for one in level for part in parts(one)], count + 1
    return count


def _too_deep(expression: str) -> UnusableInput:
    return UnusableInput(
        sentence(
            "The expression {expression} is nested too deeply. Split it into calculations.",
            expression=expression,
        )
    )


class _Parser:
    def __init__(self, expression: str) -> None:
        self._expression = expression
        self._tokens = tokenize(expression)
        self._at = 0
        self._depth = 0
        self.operators = 0

    def whole(self) -> Expression:
        tree = self._nested()
        if self._token.kind is not TokenKind.END:
            raise self._unexpected()
        return tree

    @property
    def _token(self) -> Token:
        return self._tokens[self._at]

    @property
    def _next(self) -> Token:
        return self._tokens[min(self._at + 1, len(self._tokens) - 1)]

    def _take(self) -> Token:
        token = self._token
        self._at += 1
        return token

    def _is(self, text: str) -> bool:
        return self._token.text == text and self._token.kind in (TokenKind.SIGN, TokenKind.OPERATOR)

    def _takes(self, text: str) -> bool:
        if self._is(text):
            self._at += 1
            return True
        return False

    def _expect(self, text: str) -> None:
        if not self._takes(text):
            raise self._unexpected(text)

    def _nested(self) -> Expression:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise _too_deep(self._expression)
        tree = self._binary(0)
        self._depth -= 1
        return tree

    def _binary(self, weakest: int) -> Expression:
        left = self._unary()
        while self._token.kind is TokenKind.OPERATOR:
            level = _LEVELS.get(self._token.text, -1)
            if level < weakest:
                break
            operator = self._take().text
            self.operators += 1
            left = Binary(operator, left, self._binary(level + 1))
        return left

    def _unary(self) -> Expression:
        negative = signs = 0
        while self._is("-"):
            self._take()
            signs += 1
            negative ^= 1
        operand = self._union()
        if not signs:
            return operand
        return Negation(operand) if negative else Negation(Negation(operand))

    def _union(self) -> Expression:
        left = self._path()
        while self._takes("|"):
            self.operators += 1
            left = Binary("|", left, self._path())
        return left

    def _path(self) -> Expression:
        if self._begins_primary():
            primary = self._primary()
            predicates = self._predicates()
            if predicates:
                primary = Filter(primary, predicates)
            if self._is("/") or self._is("//"):
                if isinstance(primary, Call) and primary.name == "current" and not primary.arguments:
                    return Path(Start.CURRENT, self._further_steps())
                return Path(primary, self._further_steps())
            return primary
        if self._is("//"):
            return Path(Start.ROOT, self._further_steps())
        if self._takes("/"):
            if not self._begins_step():
                return Path(Start.ROOT, ())
            return Path(Start.ROOT, (self._step(), *self._further_steps()))
        return Path(Start.HERE, (self._step(), *self._further_steps()))

    def _further_steps(self) -> tuple[Step, ...]:
        steps: list[Step] = []
        while True:
            if self._takes("//"):
                steps.append(_ANYWHERE)
            elif not self._takes("/"):
                return tuple(steps)
            steps.append(self._step())

    def _begins_primary(self) -> bool:
        token = self._token
        if token.kind in (TokenKind.NUMBER, TokenKind.LITERAL, TokenKind.VARIABLE) or self._is("("):
            return True
        return (
            token.kind is TokenKind.NAME
            and token.text != "*"
            and token.text not in _NODE_TYPES
            and self._next.kind is TokenKind.SIGN
            and self._next.text == "("
        )

    def _begins_step(self) -> bool:
        return self._token.kind is TokenKind.NAME or any(self._is(text) for text in (".", "..", "@"))

    def _primary(self) -> Expression:
        token = self._take()
        if token.kind is TokenKind.NUMBER:
            return Number(float(token.text))
        if token.kind is TokenKind.LITERAL:
            return Literal(token.text)
        if token.kind is TokenKind.VARIABLE:
            raise UnusableInput(
                sentence(
                    "The expression {expression} uses the variable {name}. Forms have no variables; "
                    "write ${{question}} for the answer to a question.",
                    expression=self._expression,
                    name=token.text,
                )
            )
        if token.text == "(":
            inner = self._nested()
            self._expect(")")
            return inner
        self._expect("(")
        arguments: list[Expression] = []
        if not self._is(")"):
            arguments.append(self._nested())
            while self._takes(","):
                arguments.append(self._nested())
        self._expect(")")
        return Call(token.text, tuple(arguments), token.place)

    def _predicates(self) -> tuple[Expression, ...]:
        predicates: list[Expression] = []
        while self._takes("["):
            predicates.append(self._nested())
            self._expect("]")
        return tuple(predicates)

    def _step(self) -> Step:
        if self._takes("."):
            return Step(Axis.SELF, Test(node_type="node"), self._predicates())
        if self._takes(".."):
            return Step(Axis.PARENT, Test(node_type="node"), self._predicates())
        axis = Axis.CHILD
        if self._takes("@"):
            axis = Axis.ATTRIBUTE
        elif self._next.kind is TokenKind.SIGN and self._next.text == "::":
            token = self._take()
            if token.text not in _AXES:
                raise self._unexpected(token=token)
            axis = Axis(token.text)
            self._take()
        return Step(axis, self._test(), self._predicates())

    def _test(self) -> Test:
        token = self._token
        if token.kind is not TokenKind.NAME:
            raise self._unexpected()
        self._take()
        if token.text in _NODE_TYPES and self._takes("("):
            target = self._take().text if self._token.kind is TokenKind.LITERAL else "*"
            self._expect(")")
            return Test(name=target, node_type=token.text)
        prefix, _, name = token.text.rpartition(":")
        return Test(name=name, prefix=prefix)

    def _unexpected(self, wanted: str = "", token: Token | None = None) -> UnusableInput:
        token = self._token if token is None else token
        if token.kind is TokenKind.END and wanted:
            return UnusableInput(
                sentence(
                    "The expression {expression} ends where {wanted} is missing. Add it.",
                    expression=self._expression,
                    wanted=wanted,
                )
            )
        if token.kind is TokenKind.END:
            return UnusableInput(
                sentence(
                    "The expression {expression} ends too early. Complete it.", expression=self._expression
                )
            )
        return UnusableInput(
            sentence(
                "The expression {expression} cannot be read from {found} at character {place} on. "
                "Correct it there.",
                expression=self._expression,
                found=token.text,
                place=token.place,
            )
        )
