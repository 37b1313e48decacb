"""Answers a form at random, as a person would who tries everything and changes their mind."""

from __future__ import annotations

from random import Random

from inspector_app.checklists.running import FormSession
from inspector_app.checklists.views import question_at, questions
from inspector_app.domain.checklist import QuestionKind, QuestionView

_ROUNDS = 40
_NUMBERS = (
    "0",
    "0.4",
    "1",
    "2",
    "3",
    "4",
    "5",
    "7",
    "10",
    "12.5",
    "15",
    "20",
    "30",
    "80",
    "100",
    "500",
    "3000",
)
_NOTHING = 0.3
"""How often a count is nil: where most branches begin."""
_WORDS = ("云岭", "乙7", "001103000010000", "A", "1")
_OFFERED: dict[QuestionKind, tuple[str, ...]] = {
    QuestionKind.INTEGER: tuple(number for number in _NUMBERS if "." not in number),
    QuestionKind.DECIMAL: (*_NUMBERS, "-1"),
    QuestionKind.DATE: ("2025-12-31", "2026-02-01", "2026-02-10", "2026-02-12", "2026-02-28"),
    QuestionKind.TIME: ("06:30", "21:00"),
    QuestionKind.DATE_TIME: ("2026-03-01T18:50", "2026-03-01T19:30", "2026-03-02T21:00"),
    QuestionKind.ACKNOWLEDGE: ("OK",),
    QuestionKind.TEXT: _WORDS,
}


def chance(seed: int) -> Random:
    """Return the chance of one walk; the same seed walks the same way."""
    return Random(seed)  # noqa: S311 - decides answers, keeps no secret


def candidates(question: QuestionView, random: Random) -> list[str]:
    """Return what may be answered, the likeliest first; not every one need be valid."""
    values = [choice.value for choice in question.choices]
    if question.kind is QuestionKind.SELECT_MULTIPLE:
        some = random.sample(values, random.randint(1, len(values)))
        return [" ".join(some), " ".join(values), *values]
    offered = values or list(_OFFERED[question.kind])
    shuffled = random.sample(offered, len(offered))
    if question.kind is QuestionKind.INTEGER and random.random() < _NOTHING:
        return ["0", *shuffled]
    return shuffled


def settle(session: FormSession, path: str, random: Random) -> None:
    """Answer one question with the first candidate that stands; the last one stays where none does."""
    question = question_at(session, path)
    if question is None or not question.relevant or question.readonly:
        return
    for value in candidates(question, random):
        session.answer(path, value)
        now = question_at(session, path)
        if now is None or not now.is_wrong:
            return


def wander(session: FormSession, random: Random) -> tuple[QuestionView, ...]:
    """Answer until nothing is open or wrong; return the form as it then stands."""
    for _ in range(_ROUNDS):
        view = questions(session)
        todo = [one.path for one in view if one.is_open or (one.is_wrong and not one.readonly)]
        if not todo:
            return view
        random.shuffle(todo)
        for path in todo:
            settle(session, path, random)
    raise AssertionError(f"no way out of {[(path, session.nodes[path].text) for path in todo]}")


def change_minds(session: FormSession, random: Random) -> None:
    """Answer some questions again, take some answers back, add entries and remove them."""
    asked = [one.path for one in questions(session) if one.kind.is_answerable and not one.readonly]
    for path in random.sample(asked, len(asked) // 4):
        if random.random() < 0.3:
            session.answer(path, "")
        else:
            settle(session, path, random)


def grow(session: FormSession, random: Random) -> None:
    """Give each repeat up to three entries more, and take one of them away again."""
    for repeat in [one for one in questions(session) if one.kind is QuestionKind.REPEAT and not one.readonly]:
        added = [session.add_instance(repeat.path, f"w{number}") for number in range(random.randint(0, 3))]
        if added:
            session.remove_instance(random.choice(added))
