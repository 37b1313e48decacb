"""What every test stands on: no display, no unexpected log, and time that the test decides."""

from __future__ import annotations

import gc
import logging
import os
import sys
from collections.abc import Iterator

import pytest

from tests.commit_rule import commit_rule  # noqa: F401  (a fixture for every test)
from tests.fakes import FakeClock, FixedRandomness, SequenceIds

# Qt reads this when it is imported, which may be before any option is parsed.
if "--onscreen" not in sys.argv:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--onscreen", action="store_true", help="show the windows that tests open")


_TESTS_BETWEEN_COLLECTIONS = 15
_tests_run = 0


def pytest_runtest_teardown() -> None:
    """Collect on the main thread only: a widget in a cycle must not be taken apart on another one."""
    global _tests_run  # noqa: PLW0603
    _tests_run += 1
    if _tests_run % _TESTS_BETWEEN_COLLECTIONS == 0:
        gc.collect()


def pytest_collection_finish() -> None:
    """What the modules of all tests hold stays to the end: no collection need look at it again."""
    gc.collect()
    gc.freeze()


def pytest_configure(config: pytest.Config) -> None:
    gc.disable()
    config.addinivalue_line("markers", "expects_log: this test provokes warnings or errors in the log")


class _Collector(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@pytest.fixture(autouse=True)
def no_unexpected_log(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test in which the program logs a warning that nobody announced."""
    collector = _Collector()
    logger = logging.getLogger("inspector_app")
    logger.addHandler(collector)
    yield
    logger.removeHandler(collector)
    if collector.records and request.node.get_closest_marker("expects_log") is None:
        pytest.fail("unexpected in the log: " + "; ".join(r.getMessage() for r in collector.records))


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def ids() -> SequenceIds:
    return SequenceIds()


@pytest.fixture
def randomness() -> FixedRandomness:
    return FixedRandomness()
