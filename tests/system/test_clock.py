"""Identities keep the order of time, whatever people do to the wall clock."""

from __future__ import annotations

import sys
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector_app.system.clock import SystemClock, SystemIds, SystemRandomness
from tests.fakes import FakeClock, FixedRandomness


@given(st.lists(st.integers(min_value=-10_000, max_value=10_000), min_size=1, max_size=60))
def test_ids_rise_even_when_the_wall_clock_is_set_back(jumps: list[int]) -> None:
    clock = FakeClock()
    ids = SystemIds(clock, FixedRandomness())
    made = []
    for jump in jumps:
        clock.jump_wall(jump / 1000)
        made.append(ids.new())
    assert made == sorted(set(made))


def test_an_id_has_the_shape_of_uuid_version_7(clock: FakeClock) -> None:
    made = SystemIds(clock, FixedRandomness()).new()
    assert len(made) == 32
    assert made[12] == "7"
    assert made[16] in "89ab"
    assert int(made[:12], 16) == int(clock.now().timestamp() * 1000)


def test_ten_thousand_ids_of_one_millisecond_differ_and_rise(clock: FakeClock) -> None:
    ids = SystemIds(clock, FixedRandomness())
    made = [ids.new() for _ in range(10_000)]
    assert made == sorted(set(made))


def test_two_threads_never_get_the_same_id() -> None:
    ids = SystemIds(SystemClock(), SystemRandomness())
    with ThreadPoolExecutor(4) as pool:
        made = list(pool.map(lambda _: ids.new(), range(4000)))
    assert len(set(made)) == len(made)


def test_the_system_clock_is_aware_and_in_utc() -> None:
    now = SystemClock().now()
    assert now.tzinfo is UTC
    assert abs((datetime.now(UTC) - now).total_seconds()) < 60


def test_randomness_has_the_length_asked_for() -> None:
    assert len(SystemRandomness().bytes(33)) == 33
    assert SystemRandomness().bytes(16) != SystemRandomness().bytes(16)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems count the time asleep by themselves")
def test_time_asleep_counts_so_that_a_closed_lid_is_no_jump(monkeypatch: pytest.MonkeyPatch) -> None:
    clocks = {time.CLOCK_BOOTTIME: 5000.0, time.CLOCK_MONOTONIC: 4000.0}
    monkeypatch.setattr(time, "clock_gettime", clocks.__getitem__)
    assert SystemClock().monotonic() == 5000.0
