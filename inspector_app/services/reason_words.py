"""Why a question stands as it does, in sentences made of the form's own words."""

from __future__ import annotations

from collections.abc import Sequence

from inspector_app.domain.reasons import Effect, GivenAnswer, Reach, Reason
from inspector_app.domain.wording import Sentence, sentence


def in_words(reason: Reason) -> Sentence:
    """Say one reason; the answers it names are written as the form asks them."""
    if reason.failure is not None:
        return sentence("A rule of this question cannot be computed: {failure}", failure=reason.failure)
    if reason.fault is not None:
        return sentence("Cannot stand: {message}", message=reason.fault)
    if not reason.answers:
        return _always(reason)
    answers = given(reason.answers)
    match reason.effect:
        case Effect.HIDDEN if reason.section:
            return sentence(
                "Not asked: the section {section} is left out, because {answers}.",
                section=reason.section,
                answers=answers,
            )
        case Effect.HIDDEN:
            return sentence("Not asked, because {answers}.", answers=answers)
        case Effect.REQUIRED:
            return sentence("Must be answered, because {answers}.", answers=answers)
        case Effect.READONLY:
            return sentence("Cannot be changed, because {answers}.", answers=answers)
        case Effect.COMPUTED:
            return sentence("Computed from: {answers}.", answers=answers)
        case Effect.NONCOMPLIANT:
            return sentence("Does not comply, because {answers}.", answers=answers)
        case _:
            return sentence(
                "Cannot stand: {message} Compared: {answers}.", message=reason.message, answers=answers
            )


def given(answers: Sequence[GivenAnswer]) -> Sentence:
    """List answers: question, then what was answered."""
    first, *rest = (_one(answer) for answer in answers)
    listed = first
    for following in rest:
        listed = sentence("{before}; {answer}", before=listed, answer=following)
    return listed


def reached(reach: Reach) -> Sentence:
    """Say what may change at a question."""
    first, *rest = (_EFFECTS[effect] for effect in reach.effects)
    listed = first
    for following in rest:
        listed = sentence("{before}, {effect}", before=listed, effect=following)
    return sentence("{question}: {effects}", question=reach.label, effects=listed)


def _one(answer: GivenAnswer) -> Sentence:
    if answer.hidden:
        return sentence("“{question}” is not asked", question=answer.label)
    if not answer.value:
        return sentence("“{question}” is not answered", question=answer.label)
    return sentence("“{question}” is {value}", question=answer.label, value=answer.value)


def _always(reason: Reason) -> Sentence:
    match reason.effect:
        case Effect.HIDDEN if reason.section:
            return sentence("The section {section} is never asked.", section=reason.section)
        case Effect.HIDDEN:
            return sentence("This question is never asked.")
        case Effect.REQUIRED:
            return sentence("Must always be answered.")
        case Effect.READONLY:
            return sentence("Can never be changed.")
        case Effect.COMPUTED:
            return sentence("Computed from no answer.")
        case Effect.NONCOMPLIANT:
            return sentence("Never complies.")
        case _:
            return sentence("Cannot stand: {message}", message=reason.message)


_EFFECTS = {
    Effect.HIDDEN: sentence("asked or not"),
    Effect.REQUIRED: sentence("must be answered or may stay empty"),
    Effect.READONLY: sentence("can be changed or not"),
    Effect.COMPUTED: sentence("computed anew"),
    Effect.WRONG: sentence("checked anew"),
    Effect.NONCOMPLIANT: sentence("complies or not"),
    Effect.CHOICES: sentence("other choices"),
    Effect.COUNT: sentence("more or fewer entries"),
    Effect.TEXT: sentence("other words"),
}
