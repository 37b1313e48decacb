"""From the start of the process to a passphrase that can be typed, and on to the list of inspections."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.benches.rows import Row

ROOT = Path(__file__).resolve().parents[2]
PASSPHRASE = "nothing here is real"
ROUNDS = 9
INSPECTIONS = 500

# Both processes hand over to this just before their event loop. Usable is: painted, a key pressed in the
# focused line arrives there, and the button can be pressed.
LOOK = """
import os, time
from PySide6.QtCore import QEvent, QObject, QTimer
class Painted(QObject):
    seen = False
    def eventFilter(self, thing, event):
        self.seen = self.seen or event.type() == QEvent.Type.Paint
        return False
painted = Painted()
def look():
    if painted.seen and usable():
        print((time.time() - float(os.environ["STARTED"])) * 1000, flush=True)
        os._exit(0)
timer = QTimer()
timer.timeout.connect(look)
def watch(app):
    app.installEventFilter(painted)
    timer.start(1)
"""
BARE = """
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
app = QApplication([])
window = QMainWindow()
window.setCentralWidget(QLabel("bare"))
window.resize(1366, 768)
window.show()
usable = lambda: True
watch(app)
app.exec()
"""
OURS = """
import sys
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit
run = QApplication.exec
def usable():
    page = QApplication.focusWidget()
    if not isinstance(page, QLineEdit):
        return False
    from PySide6.QtCore import Qt
    QApplication.sendEvent(page, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier(0), "a"))
    shell = next(child for child in QApplication.instance().children() if type(child).__name__ == "Shell")
    unlock = shell.window._gate.unlock
    return page.text() == "a" and unlock.people.count() == 1 and unlock.button.isEnabled()
def measured(*_):
    watch(QApplication.instance())
    return run()
QApplication.exec = measured
from inspector_app.__main__ import main
main(["--workspace", sys.argv[1]])
"""


def start_up() -> list[Row]:
    """The program as it is started, against a bare window; processes taking turns."""
    from inspector_app.app import build_activities

    def shown(script: str, folder: Path) -> float:
        variables = {
            **os.environ,
            "STARTED": str(time.time()),
            "PYTHONPATH": str(ROOT),
            "XDG_STATE_HOME": str(folder),
        }
        variables.pop("PYTHONDONTWRITEBYTECODE", None)  # as installed: compiled once, not at every start
        command = [sys.executable, "-c", LOOK + script, str(folder)]
        told = subprocess.run(command, env=variables, capture_output=True, text=True, check=True)
        return float(told.stdout)

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        activities = build_activities(folder)
        activities.workspace.create(
            bureau="Bureau", name="林知远", certificate_number="1", passphrase=PASSPHRASE
        )
        activities.workspace.lock()
        shown(OURS, folder), shown(BARE, folder)
        pairs = [(shown(OURS, folder), shown(BARE, folder)) for _ in range(ROUNDS)]
    ours, floor = (statistics.median(times) for times in zip(*pairs, strict=True))
    return [
        Row(
            name="a passphrase can be typed",
            ours=ours,
            floor=floor,
            floor_name="a bare PySide6 window, processes taking turns",
            goal="<= 1.5 x",
            note="the program as a person starts it: lock, log and second start included",
        )
    ]
