"""What the verifier says of a time stamp: whether it fits the document, when it was, who vouches."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta

from inspector_app.documents.envelopes import Envelope
from inspector_app.documents.seals import Unsound
from inspector_app.documents.time_stamp_tokens import Token, is_token, read_token
from inspector_app.domain.calendar import BEIJING
from inspector_app.domain.verification import StampFacts, VerificationReport
from inspector_app.domain.wording import Sentence, sentence

CLOCKS_APART = timedelta(minutes=15)
"""How far a laptop's clock may stand from the authority's before it is told."""


def stamped_last(envelopes: Sequence[Envelope]) -> tuple[Envelope | None, Sequence[Envelope]]:
    """Split the one time stamp that may come last from the signatures before it."""
    if is_token(envelopes[-1].der):
        return envelopes[-1], envelopes[:-1]
    return None, envelopes


def check_stamp(
    envelope: Envelope, digest_of: Callable[[str], bytes]
) -> tuple[Token | None, Sentence | None]:
    """Return the token, or why it says nothing about these bytes."""
    try:
        token = read_token(envelope.der)
    except Unsound as unsound:
        return None, unsound.sentence
    if digest_of(token.digest_name) != token.digest:
        return None, sentence(
            "The content was changed after the time stamp. Do not rely on it; ask for the original."
        )
    if not token.is_in_time:
        return None, sentence(
            "The certificate of the time stamp was not valid at its time. Do not rely on this document."
        )
    return token, None


def with_stamp(report: VerificationReport, token: Token) -> VerificationReport:
    """Tell of the time stamp of a document that is intact."""
    if not report.intact:
        return report
    facts = StampFacts(
        at=token.at,
        authority=token.names.signer,
        issuer=token.names.issuer,
        authority_code=token.names.authority_code,
    )
    told = [
        sentence(
            "{authority} vouches by a time stamp that the document existed in exactly this form at {time}. "
            "Whether to trust this authority was not checked; its certificate was issued by {issuer}, "
            "its code is {code}.",
            authority=facts.authority,
            time=facts.at.astimezone(BEIJING).strftime("%Y-%m-%d %H:%M:%S %z"),
            issuer=facts.issuer,
            code=facts.authority_code,
        )
    ]
    late = [fact for fact in report.signatures if fact.signed_at and fact.signed_at > token.at + CLOCKS_APART]
    if late:
        told.append(
            sentence(
                "By its own clock {signer} signed after this time stamp, which cannot be: "
                "that clock was wrong.",
                signer=late[0].signer,
            )
        )
    return replace(report, stamp=facts, sentences=(*report.sentences, *told))
