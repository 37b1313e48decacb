"""What the things of an inspection are called in the list of a salvage."""

from __future__ import annotations

from inspector_app.domain.checklist import Answer
from inspector_app.domain.document import Document
from inspector_app.domain.evidence import Evidence
from inspector_app.domain.finding import Finding
from inspector_app.domain.headcount import BedCheck, Ward
from inspector_app.domain.imported_ledger import ImportedLedger
from inspector_app.domain.people import Person
from inspector_app.domain.roster import Roster
from inspector_app.domain.salvage import Entry
from inspector_app.domain.suspicion import Suspicion
from inspector_app.domain.wording import Sentence, counted, sentence


def entry_words(entry: Entry, value: object | None) -> Sentence:
    """Name a thing by what people know it by: a bed, a number, a title; else by its kind alone."""
    match value:
        case Evidence():
            return sentence("Evidence {number} {name}", number=value.number, name=value.caption)
        case BedCheck():
            return sentence(
                "Bed {bed} in {ward}: {name}", bed=value.bed, ward=value.ward, name=value.name or "—"
            )
        case Finding():
            return sentence("Finding {name}", name=value.item)
        case Suspicion():
            return sentence("Suspicion {name}", name=value.title)
        case Document():
            return sentence("Document {number}", number=value.number or value.draft_number)
        case Ward():
            return sentence("Ward {name}", name=value.name)
        case ImportedLedger():
            return sentence("Ledger {name}", name=value.name)
        case Roster():
            return sentence("List {name}", name=value.source_name)
        case Person():
            return sentence("Person {name}", name=value.name)
        case Answer():
            return sentence("Answer {path}: {value}", path=value.path, value=value.value or value.exempt)
    return _nameless(entry)


def _nameless(entry: Entry) -> Sentence:
    short = entry.id[-6:]
    words = {
        "answer": sentence("An answer ({id})", id=short),
        "bed_check": sentence("A bed ({id})", id=short),
        "checklist_form": sentence("A checklist's questions ({id})", id=short),
        "checklist_run": sentence("A checklist ({id})", id=short),
        "head": sentence("A signed end of the history ({id})", id=short),
        "citation": sentence("A link between evidence and what it proves ({id})", id=short),
        "document": sentence("A document ({id})", id=short),
        "document_revision": sentence("A step of a document ({id})", id=short),
        "evidence": sentence("A piece of evidence ({id})", id=short),
        "finding": sentence("A finding ({id})", id=short),
        "imported_ledger": sentence("A ledger ({id})", id=short),
        "inspection": sentence("The inspection itself ({id})", id=short),
        "roster": sentence("A list ({id})", id=short),
        "stock_chosen": sentence("The period of the stock reconciliation"),
        "suspicion": sentence("A suspicion ({id})", id=short),
        "visit": sentence("A visit ({id})", id=short),
        "ward": sentence("A ward ({id})", id=short),
        "ward_bed": sentence("A bed that was entered ({id})", id=short),
        "burned_number": sentence("A number of the register ({id})", id=short),
        "certificate": sentence("A person's certificate ({id})", id=short),
        "device": sentence("A laptop ({id})", id=short),
        "known_card": sentence("The card of another laptop ({id})", id=short),
        "number_block": sentence("A block of numbers ({id})", id=short),
        "person": sentence("A person ({id})", id=short),
        "profile": sentence("The bureau's name ({id})", id=short),
    }
    return words.get(entry.kind) or sentence("Another entry: {kind} ({id})", kind=entry.kind, id=short)


def kept_words(kind: str, count: int) -> Sentence:
    """Say how many of a kind are here."""
    words = {
        "answer": counted(count, sentence("1 answer"), sentence("{count} answers", count=count)),
        "bed_check": counted(
            count, sentence("1 bed looked at"), sentence("{count} beds looked at", count=count)
        ),
        "checklist_form": counted(
            count,
            sentence("The questions of 1 checklist"),
            sentence("The questions of {count} checklists", count=count),
        ),
        "checklist_run": counted(count, sentence("1 checklist"), sentence("{count} checklists", count=count)),
        "head": counted(
            count,
            sentence("1 signed end of the history"),
            sentence("{count} signed ends of the history", count=count),
        ),
        "citation": counted(
            count,
            sentence("1 link between evidence and what it proves"),
            sentence("{count} links between evidence and what it proves", count=count),
        ),
        "document": counted(count, sentence("1 document"), sentence("{count} documents", count=count)),
        "document_revision": counted(
            count, sentence("1 step of a document"), sentence("{count} steps of documents", count=count)
        ),
        "evidence": counted(
            count, sentence("1 piece of evidence"), sentence("{count} pieces of evidence", count=count)
        ),
        "finding": counted(count, sentence("1 finding"), sentence("{count} findings", count=count)),
        "imported_ledger": counted(count, sentence("1 ledger"), sentence("{count} ledgers", count=count)),
        "inspection": sentence("The inspection: institution, team and purpose"),
        "roster": counted(count, sentence("1 list"), sentence("{count} lists", count=count)),
        "stock_chosen": sentence("The period of the stock reconciliation"),
        "suspicion": counted(count, sentence("1 suspicion"), sentence("{count} suspicions", count=count)),
        "visit": counted(count, sentence("1 visit"), sentence("{count} visits", count=count)),
        "ward": counted(count, sentence("1 ward"), sentence("{count} wards", count=count)),
        "ward_bed": counted(
            count, sentence("1 bed that was entered"), sentence("{count} beds that were entered", count=count)
        ),
        "burned_number": counted(
            count,
            sentence("1 number of the register"),
            sentence("{count} numbers of the register", count=count),
        ),
        "certificate": counted(
            count,
            sentence("1 certificate of a person"),
            sentence("{count} certificates of people", count=count),
        ),
        "device": counted(count, sentence("1 laptop"), sentence("{count} laptops", count=count)),
        "known_card": counted(
            count,
            sentence("1 card of another laptop"),
            sentence("{count} cards of other laptops", count=count),
        ),
        "number_block": counted(
            count, sentence("1 block of numbers"), sentence("{count} blocks of numbers", count=count)
        ),
        "person": counted(count, sentence("1 person"), sentence("{count} people", count=count)),
        "profile": sentence("The bureau's name"),
    }
    return words.get(kind) or counted(
        count,
        sentence("1 other entry: {kind}", kind=kind),
        sentence("{count} other entries: {kind}", count=count, kind=kind),
    )
