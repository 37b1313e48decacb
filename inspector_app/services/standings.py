"""How a person came to stand here as one of their own, in sentences for the window."""

from __future__ import annotations

from collections.abc import Mapping

from inspector_app.domain.access import PassphraseWay, Standing
from inspector_app.domain.calendar import official_day
from inspector_app.domain.ids import PersonId
from inspector_app.domain.wording import Sentence, sentence


def standing_sentences(
    person: PersonId, standing: Standing, names: Mapping[PersonId, str]
) -> tuple[Sentence, ...]:
    """Say who set a person's passphrase and when, and whether they changed it themselves since."""
    given = standing.given
    if given is None:
        return (sentence("Set this laptop up and chose the passphrase themselves."),)
    day = official_day(given.at)
    if given.way is PassphraseWay.RECOVERY:
        told = sentence("Passphrase set on {date} by the recovery key.", date=day)
    elif given.way is PassphraseWay.BUREAU:
        told = sentence("Passphrase set on {date} by the bureau's key.", date=day)
    else:
        told = sentence("Passphrase set by {name} on {date}.", name=names.get(given.by, given.by), date=day)
    if standing.changed_at is not None:
        return (told, sentence("Changed by themselves on {date}.", date=official_day(standing.changed_at)))
    if given.by == person:
        return (told,)
    return (told, sentence("Not changed by themselves since."))
