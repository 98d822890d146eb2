"""Timing that survives a noisy machine: the contestants take turns, the medians are compared."""

import statistics
import time
from collections.abc import Callable, Mapping
from typing import Any


def medians(contestants: Mapping[str, Callable[[], Any]], rounds: int = 15) -> dict[str, float]:
    """Milliseconds per call, the median over rounds in which each contestant has one turn."""
    taken: dict[str, list[float]] = {name: [] for name in contestants}
    for call in contestants.values():
        call()
    for _ in range(rounds):
        for name, call in contestants.items():
            start = time.perf_counter()
            call()
            taken[name].append((time.perf_counter() - start) * 1000)
    return {name: statistics.median(times) for name, times in taken.items()}


def show(title: str, times: Mapping[str, float], base: str) -> None:
    """A line for each contestant: its median and how many times the base it takes."""
    print(f"  {title}")
    for name, taken in times.items():
        print(f"    {name:<44} {taken:9.2f} ms  x {taken / times[base]:.2f}")
