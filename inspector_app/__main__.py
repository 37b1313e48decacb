"""The command line; without a command, the window."""

from __future__ import annotations

import argparse
import logging
import sys
from collections.abc import Callable, Sequence
from getpass import getpass
from pathlib import Path
from typing import TYPE_CHECKING

from inspector_app import __version__
from inspector_app.domain.errors import EnvironmentProblem, Problem, UnusableInput
from inspector_app.domain.ids import InspectionId, PersonId
from inspector_app.domain.wording import Sentence, counted, sentence
from inspector_app.system.display import draw_without_display, require_display
from inspector_app.system.folders import folder_to_write_in
from inspector_app.system.lock import WriterLock
from inspector_app.system.logs import start_logging
from inspector_app.system.paths import RESOURCES, default_logs, default_workspace
from inspector_app.system.throwaway import sweep, throwaway_folder

if TYPE_CHECKING:
    from inspector_app.services.activities import Activities

log = logging.getLogger("inspector_app")


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line asks; a problem is told in a sentence and makes the exit code 1."""
    given = sys.argv[1:] if arguments is None else arguments
    options = _parser(given).parse_args(given)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")  # Windows consoles are not UTF-8
    log_file = start_logging(default_logs())
    log.info("start %s %s", __version__, options.command or "window")
    try:
        return _run(options, log_file)
    except Problem as problem:
        log.info("told: %s", problem.sentence.template)
        return _give_up(problem.sentence, options)
    except Exception:  # the last word on a bug: its words may hold personal data, so only its place is logged
        log.critical("unexpected error", exc_info=True)
        return _give_up(
            sentence(
                "The program made a mistake and stops. Everything that was shown as saved is safe; "
                "send this file to your support: {file}",
                file=log_file,
            ),
            options,
        )


def _give_up(words: Sentence, options: argparse.Namespace) -> int:
    """Say why on the terminal, and in a window where one was being opened."""
    said = _speech(options.language)(words)
    print(said, file=sys.stderr)
    if "PySide6.QtWidgets" in sys.modules:
        from inspector_app.ui.start_problem import show_start_problem

        show_start_problem(said)
    if options.command == "reconcile":
        from inspector_app.reconcile_command import COULD_NOT

        return COULD_NOT
    return 1


def _speech(language: str | None) -> Callable[[Sentence], str]:
    """Speak Chinese unless English is asked for, or where Qt with its translations cannot be loaded."""
    if language == "en":
        return str
    try:
        from inspector_app.ui.spoken import Spoken
    except ImportError:
        log.warning("no translations: Qt cannot be loaded")
        return str
    return Spoken(RESOURCES)


def _parser(given: Sequence[str]) -> argparse.ArgumentParser:
    """Return what reads the command line; the window does not wait for the options of a long command."""
    parser = argparse.ArgumentParser(
        prog="inspector-app", description="The inspection desk. Without a command it opens the window."
    )
    parser.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    place = parser.add_mutually_exclusive_group()
    place.add_argument("--workspace", type=Path, metavar="DIR", help="work in this folder")
    place.add_argument("--temp-data", action="store_true", help="work in a folder that is gone afterwards")
    parser.add_argument("--language", choices=("zh_CN", "en"), help="speak this language this time")
    parser.add_argument("--self-test", action="store_true", help="say whether the program is complete")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")

    demo = commands.add_parser("demo", help="show the program on a made-up inspection")
    demo.add_argument("--headless", action="store_true", help="go the main path without a display")
    demo.add_argument("--out", type=Path, default=Path("out"), metavar="DIR", help="where its files go")

    verify = commands.add_parser("verify", help="say whether something is intact")
    verify.add_argument(
        "file", type=Path, metavar="FILE", help="notice, inspection, safety copy, package or receipt"
    )
    verify.add_argument("--head", metavar="CODE", help="the code printed on a document")

    checklist = commands.add_parser("checklist", help="work on a checklist's table")
    work = checklist.add_subparsers(dest="work", metavar="WORK", required=True)
    check = work.add_parser("check", help="name every mistake with sheet, row and column")
    check.add_argument("file", type=Path, metavar="FILE", help="the table: .xlsx, .xls, .csv or .md")
    preview = work.add_parser(
        "preview", help="fill a table in the window without an inspection, keeping nothing"
    )
    preview.add_argument("file", type=Path, metavar="FILE", help="the table: .xlsx, .xls, .csv or .md")
    convert = work.add_parser("convert", help="write a table as Markdown or as a workbook, losing nothing")
    convert.add_argument("file", type=Path, metavar="FILE", help="the table: .xlsx, .xls, .csv or .md")
    convert.add_argument("target", type=Path, metavar="NEW", help="what to write: .xlsx or .md")
    convert.add_argument("--replace", action="store_true", help="write over a file that is there")

    reconcile = commands.add_parser("reconcile", help="compare ledgers and write what does not agree")
    if "reconcile" in given:
        from inspector_app.reconcile_command import add_reconcile

        add_reconcile(reconcile)

    screenshots = commands.add_parser("screenshots", help="draw every page into a folder")
    screenshots.add_argument("folder", type=Path, metavar="DIR")
    return parser


def _run(options: argparse.Namespace, log_file: Path) -> int:
    if options.self_test:
        from inspector_app.services.self_test import faults

        return 1 if faults(print) else 0
    if options.command == "reconcile":
        from inspector_app.reconcile_command import run

        return run(options, _speech(options.language))
    if options.command == "verify":
        return _verify(options.file, options.head, _speech(options.language))
    if options.command == "checklist":
        say = _speech(options.language)
        if options.work == "preview":
            return _preview_checklist(options, say, log_file)
        return (
            _convert_checklist(options, say) if options.work == "convert" else _check_checklist(options, say)
        )
    if options.command in ("demo", "screenshots") or options.temp_data:
        with throwaway_folder() as folder:
            if options.command == "demo":
                return _demonstrate(folder, options, log_file)
            if options.command == "screenshots":
                return _draw_screenshots(folder, options, log_file)
            return _open(folder, options, log_file)
    sweep()
    return _open(options.workspace or default_workspace(), options, log_file)


def _open(folder: Path, options: argparse.Namespace, log_file: Path) -> int:
    require_display()
    from inspector_app.app import open_window

    return open_window(folder, log_file, language=options.language)


def _demonstrate(folder: Path, options: argparse.Namespace, log_file: Path) -> int:
    """Go the main path in a throw-away workspace, to the notice or into the window."""
    from inspector_app.app import build_activities, open_window
    from inspector_app.services.demonstration import Demonstration
    from inspector_app.services.demonstration_exchange import ExchangeDemonstration
    from inspector_app.services.fiction import PASSPHRASE

    def tell(line: str) -> None:
        print(line, flush=True)

    def prepare(activities: Activities) -> InspectionId:
        demonstration = Demonstration(activities, folder, tell)
        return demonstration.visit(demonstration.set_up())

    workspace = folder / "workspace"
    say = _speech(options.language)
    if not options.headless:
        require_display()
        tell(say(sentence("Everybody's passphrase is: {passphrase}", passphrase=PASSPHRASE)))
        return open_window(workspace, log_file, language=options.language, prepare=prepare)
    out = folder_to_write_in(options.out)
    activities, lead = build_activities(workspace), build_activities(folder / "lead")
    try:
        demonstration = Demonstration(activities, folder, tell)
        team = demonstration.set_up()
        inspection = demonstration.visit(team)
        demonstration.leave(inspection)
        notice = demonstration.notice(inspection, team, out)
        demonstration.hand_out(inspection, out)
        ExchangeDemonstration(activities, lead, out, tell).go(inspection)
    finally:
        activities.workspace.lock()
        lead.workspace.lock()
    return _verify(notice, None, say)


def _draw_screenshots(folder: Path, options: argparse.Namespace, log_file: Path) -> int:
    """Keep a picture of every page, of a workspace with a whole inspection and of an empty one."""
    draw_without_display()
    from inspector_app.app import build_activities
    from inspector_app.services.demonstration_scenery import DemonstrationScenery
    from inspector_app.ui.screenshots import Scenery, draw

    target, shown = folder_to_write_in(options.folder), DemonstrationScenery(folder, build_activities)
    scenery = Scenery(
        build=shown.build,
        prepare=shown.prepare,
        finish=shown.finish,
        build_review=shown.build_review,
        review=shown.review,
    )
    made = draw(target, shown.workspace, RESOURCES, log_file, scenery)
    told = counted(
        len(made),
        sentence("1 picture in {folder}", folder=target),
        sentence("{count} pictures in {folder}", count=len(made), folder=target),
    )
    print(_speech(options.language)(told))
    return 0


def _check_checklist(options: argparse.Namespace, say: Callable[[Sentence], str]) -> int:
    """Name every mistake of a table, and what is doubtful; 1 where there is a mistake."""
    from inspector_app.services.checklist_check import check_file
    from inspector_app.services.packs import PackService

    packs = PackService((options.workspace or default_workspace()) / "packs")
    found = check_file(options.file, packs)
    for fault in found:
        print(say(fault.sentence))
    if any(fault.is_error for fault in found):
        return 1
    print(say(sentence("{name} can be imported.", name=options.file.name)))
    return 0


def _preview_checklist(options: argparse.Namespace, say: Callable[[Sentence], str], log_file: Path) -> int:
    """Fill a table in a workspace that is gone afterwards; what is wrong with it is told instead."""
    if _check_checklist(options, say):
        return 1
    require_display()
    from inspector_app.app import open_window
    from inspector_app.services.checklist_preview import preview_file

    with throwaway_folder() as folder:
        return open_window(
            folder / "workspace",
            log_file,
            language=options.language,
            prepare=lambda activities: preview_file(activities, options.file),
            begin_at="checklists",
        )


def _convert_checklist(options: argparse.Namespace, say: Callable[[Sentence], str]) -> int:
    from inspector_app.services.checklist_check import convert_file

    convert_file(options.file, options.target, replace=options.replace)
    print(say(sentence("{name} is written.", name=options.target.name)))
    return 0


def _verify(file: Path, head: str | None, say: Callable[[Sentence], str]) -> int:
    """Say in sentences whether a notice, a history, a safety copy, a package or a receipt is intact."""
    from inspector_app.domain.chain import normal_code

    if head is not None and not normal_code(head):  # an empty variable in a script must not pass for a check
        raise UnusableInput(
            sentence(
                "There is no code after --head. Nothing was checked; give the code that is printed on the "
                "document, or leave --head out."
            )
        )
    if file.suffix.lower() == ".db":
        return _verify_history(file, head, say)
    if head is not None:  # a code that is passed over would look like one that was found
        raise UnusableInput(
            sentence(
                "A code after --head is looked for in an inspection's history only, and {name} is none. "
                "Nothing was checked; name the .db file, or leave --head out.",
                name=file.name or str(file),
            )
        )
    if file.is_dir():
        return _verify_safety_copy(file.resolve(), say)
    if file.suffix.lower() in (".handover", ".receipt", ".part", ".card"):
        return _verify_exchanged(file, say)
    from inspector_app.services.verification import verify_file

    report = verify_file(file)
    for told in report.sentences:
        print(say(told))
    return 0 if report.is_good else 1


def _verify_exchanged(file: Path, say: Callable[[Sentence], str]) -> int:
    """Check a package or a receipt from outside; its content stays enveloped."""
    from inspector_app.services.package_verification import verify_exchanged

    report = verify_exchanged(file)
    for told in report.sentences:
        print(say(told))
    return 0 if report.intact else 1


def _verify_history(file: Path, head: str | None, say: Callable[[Sentence], str]) -> int:
    """Ask for a passphrase and check the journal of an inspection of a workspace."""
    from inspector_app.app import LOCK_NAME, build_activities
    from inspector_app.services.verification import VerificationService

    folder = file.resolve().parent.parent
    if not (folder / "workspace.db").is_file() or file.resolve().parent.name != "inspections":
        raise UnusableInput(
            sentence(
                "{name} does not lie in a workspace. Name a file in a workspace's folder of inspections.",
                name=file.name,
            )
        )
    if not file.is_file():
        raise EnvironmentProblem(
            sentence("The file {name} is not there. Check its name and try again.", name=file.name)
        )
    with WriterLock(folder / LOCK_NAME):
        activities = build_activities(folder)
        try:
            activities.workspace.unlock(*_asked(activities, say))
            verification = VerificationService(activities.desk)
            report = verification.inspection_as_it_lies(InspectionId(file.stem), head)
        finally:
            activities.workspace.lock()
    for told in report.sentences:
        print(say(told))
    return 0 if report.intact else 1


def _verify_safety_copy(folder: Path, say: Callable[[Sentence], str]) -> int:
    """Ask for a passphrase or the recovery key and read a safety copy through; nothing on it changes."""
    from inspector_app.domain.ports import Silent
    from inspector_app.services.copy_reading import find_copies, open_copy, verify_copy
    from inspector_app.system.clock import SystemClock, SystemRandomness
    from inspector_app.system.keys import looks_like_recovery_key

    clock, intact = SystemClock(), True
    for found in find_copies(folder, clock):
        print(found.folder.name)
        try:
            typed = getpass(say(sentence("Passphrase or recovery key: ")))
        except EOFError as error:
            raise _nobody_types() from error
        is_key = looks_like_recovery_key(typed)
        copy = open_copy(
            found.folder,
            passphrase="" if is_key else typed,
            recovery_key=typed if is_key else "",
            clock=clock,
            randomness=SystemRandomness(),
        )
        report = verify_copy(copy, Silent())
        intact = intact and report.intact
        for told in report.sentences:
            print(say(told))
    return 0 if intact else 1


def _nobody_types() -> UnusableInput:
    return UnusableInput(
        sentence(
            "A safety copy opens with a passphrase or the recovery key, and nobody is there to type it. "
            "Nothing was checked; run this in a terminal."
        )
    )


def _asked(activities: Activities, say: Callable[[Sentence], str]) -> tuple[PersonId, str]:
    """Ask who is there, and for their passphrase; it is never shown."""
    people = activities.workspace.people_who_unlock()
    chosen = people[0]
    try:
        if len(people) > 1:
            for position, slot in enumerate(people, start=1):
                print(f"{position}  {slot.label}")
            numbers = {str(position): slot for position, slot in enumerate(people, start=1)}
            answer = ""
            while answer not in numbers:
                answer = input(say(sentence("Number: "))).strip()
            chosen = numbers[answer]
        return PersonId(chosen.id), getpass(f"{chosen.label}: ")
    except EOFError as error:
        raise UnusableInput(
            sentence(
                "An inspection's history opens with a passphrase, and nobody is there to type it. "
                "Nothing was checked; run this in a terminal."
            )
        ) from error


if __name__ == "__main__":
    raise SystemExit(main())
