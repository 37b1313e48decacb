"""Codes of the trade and their check characters, and how people are masked on screen."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

from inspector_app.domain.wording import Sentence, counted, sentence

_CREDIT_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_IDENTITY_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_IDENTITY_CHECKS = "10X98765432"
_CREDIT = re.compile(rf"[{_CREDIT_ALPHABET}]{{2}}[0-9]{{6}}[{_CREDIT_ALPHABET}]{{10}}")
_INSTITUTION = re.compile(r"[HP][0-9]{11}")
_IDENTITY = re.compile(r"[0-9]{17}[0-9X]")
_DRUG = re.compile(r"[XZTB][A-Z0-9]{19,22}")
_DRUG_LENGTHS = {"X": 23, "Z": 20}
_HALF_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_TRACE = re.compile(r"[0-9]{20}")


def normalised_code(text: str) -> str:
    """Return a code as registers write it: half-width capitals without spaces or hyphens."""
    plain = text.translate(_HALF_WIDTH).upper()
    return "".join(sign for sign in plain if not sign.isspace() and sign not in "-‐‑–—")


def credit_check_character(first_seventeen: str) -> str:
    """Return the 18th character of a unified social credit code (GB 32100-2015, modulus 31)."""
    total = sum(
        _CREDIT_ALPHABET.index(sign) * pow(3, position, 31) for position, sign in enumerate(first_seventeen)
    )
    return _CREDIT_ALPHABET[-total % 31]


def credit_code_fault(code: str) -> Sentence | None:
    """Say what is wrong with a normalised unified social credit code; ``None`` when nothing is."""
    if len(code) != 18:
        return counted(
            len(code),
            sentence("The unified social credit code has one character; it must have 18."),
            sentence(
                "The unified social credit code has {count} characters; it must have 18.", count=len(code)
            ),
        )
    if not _CREDIT.fullmatch(code):
        return sentence(
            "The unified social credit code holds characters that cannot stand there. "
            "The letters I, O, S, V and Z never occur; the third to eighth characters are digits."
        )
    if credit_check_character(code[:17]) != code[17]:
        return sentence(
            "The check character of the unified social credit code does not fit. Compare it with the licence."
        )
    return None


def institution_code_fault(code: str) -> Sentence | None:
    """Say what is wrong with a normalised code of a designated institution; ``None`` when nothing is."""
    if _INSTITUTION.fullmatch(code):
        return None
    return sentence("The institution's code must be H or P followed by 11 digits.")


def identity_check_character(first_seventeen: str) -> str:
    """Return the 18th character of a resident identity number (GB 11643-1999)."""
    pairs = zip(_IDENTITY_WEIGHTS, first_seventeen, strict=True)
    return _IDENTITY_CHECKS[sum(weight * int(digit) for weight, digit in pairs) % 11]


def identity_number_fault(number: str) -> Sentence | None:
    """Say what is wrong with a normalised resident identity number; the sentence never repeats it."""
    if not _IDENTITY.fullmatch(number):
        return sentence("The identity number must be 17 digits and a digit or X.")
    try:
        date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return sentence("The date of birth in the identity number does not exist.")
    if identity_check_character(number[:17]) != number[17]:
        return sentence("The check character of the identity number does not fit. Compare it with the card.")
    return None


def drug_code_doubt(code: str) -> Sentence | None:
    """Say why a normalised drug code looks unusual; lengths vary in practice, so it is never refused."""
    if not _DRUG.fullmatch(code):
        return sentence(
            "This does not look like a national drug code (X, Z, T or B and 19 to 22 characters)."
        )
    usual = _DRUG_LENGTHS.get(code[0])
    if usual is not None and len(code) != usual:
        return sentence(
            "National drug codes that begin with {letter} usually have {usual} characters; this has {count}.",
            letter=code[0],
            usual=usual,
            count=len(code),
        )
    return None


def trace_code_doubt(code: str) -> Sentence | None:
    """Say why a normalised drug traceability code looks unusual; it is never refused."""
    if not _TRACE.fullmatch(code):
        return sentence("A drug traceability code usually has 20 digits.")
    if all(before == after for before, after in pairwise(code)):
        return sentence("This drug traceability code repeats one digit; it may be a placeholder.")
    return None


def masked_name(name: str) -> str:
    """Keep the first character of a name: 张** for three characters."""
    name = name.strip()
    return name[:1] + "*" * (len(name) - 1)


def masked_number(number: str) -> str:
    """Keep the last four characters; a number of four or fewer is masked whole."""
    number = number.strip()
    kept = 4 if len(number) > 4 else 0
    return "*" * (len(number) - kept) + number[len(number) - kept :]
