"""The strict verifier: says of a signed PDF whether every byte is as it was signed, and by whom."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from cryptography import x509
from cryptography.exceptions import InvalidSignature

from inspector_app.documents.envelopes import Envelope, Irregular, find_envelopes
from inspector_app.documents.seals import Seal, Unsound, read_seal, same_certificate
from inspector_app.documents.stamp_verdict import check_stamp, stamped_last, with_stamp
from inspector_app.domain.ids import Sha256
from inspector_app.domain.ink import place_of
from inspector_app.domain.verification import LAPTOP_SEAL, SignatureFacts, VerificationReport, Vouching
from inspector_app.domain.wording import Sentence, counted, sentence

MOST_BYTES = 256 * 1024 * 1024


def verify(pdf: bytes, trusted: Sequence[bytes] = ()) -> VerificationReport:
    """Check a signed PDF; never raises for what the file contains.

    ``trusted`` are certificates (DER) of authorities that the verifying person trusts. First come
    checks on the raw bytes, which notice every changed byte; only a file that passes them is given
    to pyHanko, which judges what later signatures were allowed to change.
    """
    report = VerificationReport(intact=False, sha256=Sha256(hashlib.sha256(pdf).hexdigest()))
    if not pdf.startswith(b"%PDF-") or len(pdf) > MOST_BYTES:
        return _told(report, sentence("This is not a PDF document that can be checked."))
    try:
        envelopes = find_envelopes(pdf)
    except Irregular:
        return _told(
            report,
            sentence(
                "The document was changed after it was signed, or its signatures are not written in the one "
                "form that is accepted. Do not rely on it; ask for the original."
            ),
        )
    if not envelopes:
        return _told(report, sentence("This document carries no signature, so nothing can be said about it."))
    stamp, signed = stamped_last(envelopes)
    if not signed:
        words = sentence("This document carries a time stamp but no signature. Do not rely on it.")
        return _told(report, words)
    seals, facts, faults = _check_seals(pdf, signed, trusted, reached=envelopes[-1].end)
    report = replace(report, signatures=tuple(facts))
    token = None
    if stamp is not None:
        token, fault = check_stamp(stamp, lambda name: _digest(pdf, stamp, name))
        faults += [fault] if fault is not None else []
    if faults:
        return _told(report, *faults)
    report = _judge_structure(pdf, report, envelopes, seals)
    return with_stamp(report, token) if token is not None else report


def _check_seals(
    pdf: bytes, envelopes: Sequence[Envelope], trusted: Sequence[bytes], *, reached: int
) -> tuple[list[Seal], list[SignatureFacts], list[Sentence]]:
    """Compare every signature with the bytes that it covers."""
    seals: list[Seal] = []
    facts: list[SignatureFacts] = []
    faults: list[Sentence] = []
    for envelope in envelopes:
        try:
            seal = read_seal(envelope.der)
        except Unsound as unsound:
            faults.append(unsound.sentence)
            continue
        holds = _digest(pdf, envelope, seal.digest_name) == seal.digest
        fact = _facts(seal, trusted, holds=holds)
        if not holds:
            faults.append(
                sentence(
                    "The content was changed after {signer} signed. Do not rely on it; ask for the original.",
                    signer=fact.signer,
                )
            )
        seals.append(seal)
        facts.append(fact)
    behind = len(pdf) - reached
    if behind:
        faults.append(
            counted(
                behind,
                sentence(
                    "One byte was added after the last signature. Do not rely on it; ask for the original."
                ),
                sentence(
                    "{count} bytes were added after the last signature. "
                    "Do not rely on them; ask for the original.",
                    count=behind,
                ),
            )
        )
    return seals, facts, faults


def _digest(pdf: bytes, envelope: Envelope, name: str) -> bytes:
    view = memoryview(pdf)
    digest = hashlib.new(name)
    digest.update(view[: envelope.hole_start])
    digest.update(view[envelope.hole_end : envelope.end])
    return digest.digest()


def _facts(seal: Seal, trusted: Sequence[bytes], *, holds: bool) -> SignatureFacts:
    return SignatureFacts(
        field="",
        signer=seal.names.signer,
        certificate_number=seal.names.certificate_number,
        organisation=seal.names.organisation,
        signed_at=None,
        vouching=_vouching(seal, trusted),
        issuer=seal.names.issuer,
        authority_code=seal.names.authority_code,
        holds=holds,
    )


def _vouching(seal: Seal, trusted: Sequence[bytes]) -> Vouching:
    for der in trusted:
        anchor = x509.load_der_x509_certificate(der)
        if any(same_certificate(entry, anchor) for entry in seal.chain):
            return Vouching.TRUSTED
        if seal.top.issuer == anchor.subject:
            try:
                seal.top.verify_directly_issued_by(anchor)
            except (InvalidSignature, ValueError, TypeError):
                continue
            return Vouching.TRUSTED
    if seal.names.is_own_authority:
        return Vouching.OWN_AUTHORITY
    return Vouching.UNKNOWN_AUTHORITY


def _judge_structure(
    pdf: bytes, report: VerificationReport, envelopes: Sequence[Envelope], seals: Sequence[Seal]
) -> VerificationReport:
    from inspector_app.documents.judging import judge

    judgement = judge(pdf, envelopes, seals)
    if judgement.fault is not None:
        return _told(replace(report, signatures=_broken(report.signatures)), judgement.fault)
    facts = tuple(
        replace(fact, field=field, signed_at=at, reason=reason)
        for fact, field, at, reason in zip(
            report.signatures, judgement.fields, judgement.times, judgement.reasons, strict=True
        )
    )
    foreign = [
        sentence(
            "The strokes of {signer} were sealed by another authority than the document itself. "
            "Do not rely on them; ask for the original.",
            signer=fact.signer,
        )
        for fact in facts
        if place_of(fact.field) and fact.authority_code != facts[0].authority_code
    ]
    if foreign:
        return _told(replace(report, signatures=_broken(facts)), *foreign)
    expired = [
        sentence(
            "The certificate of {signer} was not valid at the time of signing. "
            "Do not rely on this signature.",
            signer=fact.signer,
        )
        for fact, seal in zip(facts, seals, strict=True)
        if fact.signed_at is None or not _valid_at(seal, fact.signed_at)
    ]
    if expired:
        return _told(replace(report, signatures=_broken(facts)), *expired)
    return replace(
        report,
        intact=True,
        signatures=facts,
        empty_places=judgement.empty_fields,
        sentences=(
            *_good_news(facts, judgement.empty_fields),
            *_of_lines(facts, judgement.empty_lines),
            *(
                [sentence("The document says of its approval: {words}", words=judgement.approval)]
                if judgement.approval
                else []
            ),
        ),
    )


def _good_news(facts: Sequence[SignatureFacts], empty_fields: int) -> list[Sentence]:
    told = [sentence("The document is intact: not one byte was changed after the last signature.")]
    if len(facts) > 1:
        told.append(sentence("After the first signature nothing but further signatures was added."))
    for fact in facts:
        told.append(_who(fact))
        told.append(_who_vouches(fact))
    if empty_fields:
        told.append(
            counted(
                empty_fields,
                sentence("One signature is missing: its place is empty. Ask for the finished document."),
                sentence(
                    "{count} signatures are missing: their places are empty. Ask for the finished document.",
                    count=empty_fields,
                ),
            )
        )
    return told


def _of_lines(facts: Sequence[SignatureFacts], empty: int) -> list[Sentence]:
    """Say what strokes drawn by hand are worth, and which lines nobody signed here."""
    told = []
    if any(place_of(fact.field) for fact in facts):
        told.append(
            sentence(
                "Strokes drawn on a screen are no electronic signature in the sense of the law. Whose hand "
                "drew them is said by those who were there; that they stand unchanged on this document is "
                "proven."
            )
        )
    if empty:
        told.append(
            counted(
                empty,
                sentence(
                    "One line for a name is empty here. Whether it was signed on paper, or refused, this "
                    "file cannot tell."
                ),
                sentence(
                    "{count} lines for names are empty here. Whether they were signed on paper, or refused, "
                    "this file cannot tell.",
                    count=empty,
                ),
            )
        )
    return told


def _who(fact: SignatureFacts) -> Sentence:
    at = fact.signed_at.strftime("%Y-%m-%d %H:%M:%S %z") if fact.signed_at else ""
    if fact.field == LAPTOP_SEAL:
        return sentence(
            "Sealed by a laptop, {signer}, at {time} by its clock. This is the seal of a device and nobody's "
            "signature: the people named sign the print by pen, and the copy signed so, with its scan, is "
            "the one that counts.",
            signer=fact.signer,
            time=at,
        )
    if place_of(fact.field):
        return sentence(
            "Strokes drawn by hand, sealed by {signer} at {time} by that computer's clock. It says of them: "
            "{words}",
            signer=fact.signer,
            time=at,
            words=fact.reason,
        )
    if fact.certificate_number:
        return sentence(
            "Signed by {signer} (licence {number}, {organisation}) at {time} "
            "by the signing computer's clock.",
            signer=fact.signer,
            number=fact.certificate_number,
            organisation=fact.organisation,
            time=at,
        )
    return sentence(
        "Signed by {signer} at {time} by the signing computer's clock.", signer=fact.signer, time=at
    )


def _who_vouches(fact: SignatureFacts) -> Sentence:
    if fact.vouching is Vouching.TRUSTED:
        return sentence("{issuer}, which you trust, vouches for the name.", issuer=fact.issuer)
    if fact.vouching is Vouching.OWN_AUTHORITY:
        return sentence(
            "Sealed by this laptop's own authority; nobody outside vouches for the name. "
            "Compare its code with the laptop: {code}.",
            code=fact.authority_code,
        )
    return sentence(
        "{issuer} issued the certificate; whether to trust it was not checked. Its code is {code}.",
        issuer=fact.issuer,
        code=fact.authority_code,
    )


def _valid_at(seal: Seal, at: datetime) -> bool:
    certificates = (seal.certificate, *seal.chain)
    return all(entry.not_valid_before_utc <= at <= entry.not_valid_after_utc for entry in certificates)


def _broken(facts: Sequence[SignatureFacts]) -> tuple[SignatureFacts, ...]:
    return tuple(replace(fact, holds=False) for fact in facts)


def _told(report: VerificationReport, *faults: Sentence) -> VerificationReport:
    """A verdict against the document, each reason once."""
    unique = {str(fault): fault for fault in faults}
    return replace(report, intact=False, sentences=tuple(unique.values()))
