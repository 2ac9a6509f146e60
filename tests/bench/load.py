"""Many tabs at once: python -m tests.bench.load http://127.0.0.1:8501 [--tabs 60] [--active 20].

First every tab opens a page in the same moment, then some of them click on for a while.
Prints seconds: how long the tabs waited (median, 95th percentile) and until all were served.
"""

import argparse
import random
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from statistics import quantiles

from tests.server.tab import Tab, has_failed, tab

PAGES = (
    "",
    "thanh-phan",
    "chi-tiet",
    "thon",
    "can-bo",
    "don-doc",
    "so-sanh",
    "muc-tieu",
    "phuong-phap",
)
SECONDS_BETWEEN_CLICKS = 4.0
SECONDS_OF_CLICKING = 30.0


def open_at_once(tabs: list[Tab]) -> list[float]:
    """Each tab its page, all in the same moment; how long each waited."""
    with ThreadPoolExecutor(len(tabs)) as pool:
        return list(pool.map(lambda n: _timed(tabs[n], PAGES[n % len(PAGES)]), range(len(tabs))))


def click_on(tabs: list[Tab]) -> list[float]:
    """Each tab clicks through the pages with pauses; how long each click took."""
    with ThreadPoolExecutor(len(tabs)) as pool:
        return [waited for tab in pool.map(_click, tabs, range(len(tabs))) for waited in tab]


def _click(tab: Tab, seed: int) -> list[float]:
    chance = random.Random(seed)
    until = time.monotonic() + SECONDS_OF_CLICKING
    waited = []
    time.sleep(chance.uniform(0, SECONDS_BETWEEN_CLICKS))
    while time.monotonic() < until:
        waited.append(_timed(tab, chance.choice(PAGES)))
        time.sleep(max(0.0, SECONDS_BETWEEN_CLICKS - waited[-1]))
    return waited


def _timed(tab: Tab, page: str) -> float:
    started = time.monotonic()
    if has_failed(tab.run(page)):
        raise RuntimeError(f"the page /{page} showed an error")
    return time.monotonic() - started


def _report(what: str, waited: list[float]) -> None:
    cuts = quantiles(waited, n=100)
    print(f"{what}: p50 {cuts[49]:.2f} s, p95 {cuts[94]:.2f} s, longest {max(waited):.2f} s")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("url")
    parser.add_argument("--tabs", type=int, default=60)
    parser.add_argument("--active", type=int, default=20)
    chosen = parser.parse_args()
    with ExitStack() as opened:
        warm, *tabs = [opened.enter_context(tab(chosen.url)) for _ in range(chosen.tabs + 1)]
        for page in PAGES:
            _timed(warm, page)
        _report(f"{chosen.tabs} tabs at once", open_at_once(tabs))
        _report(f"{chosen.active} active", click_on(tabs[: chosen.active]))


if __name__ == "__main__":
    main()
