"""Camera and printer as the system knows them, for the look before leaving."""

from __future__ import annotations

from inspector_app.domain.wording import sentence
from inspector_app.services.departure import Look, Point


def camera_look() -> Look:
    """Say whether a camera is connected; none is no obstacle, a telephone's pictures come in as files."""
    from PySide6.QtMultimedia import QMediaDevices

    devices = QMediaDevices.videoInputs()
    if devices:
        words = sentence("Camera: {name}", name=devices[0].description())
        return Look(point=Point.CAMERA, is_good=True, words=words)
    words = sentence(
        "No camera is connected. Connect one, or take pictures with a telephone and bring the files in."
    )
    return Look(point=Point.CAMERA, is_good=False, words=words)


def printer_look() -> Look:
    """Say which printer is set up; whether it prints shows the test page."""
    from PySide6.QtPrintSupport import QPrinterInfo

    name = QPrinterInfo.defaultPrinterName() or next(iter(QPrinterInfo.availablePrinterNames()), "")
    if name:
        words = sentence("Printer: {name}. Print the test page once.", name=name)
        return Look(point=Point.PRINTER, is_good=True, words=words)
    words = sentence(
        "No printer is set up. Connect one and print the test page, or take the documents on a stick."
    )
    return Look(point=Point.PRINTER, is_good=False, words=words)
