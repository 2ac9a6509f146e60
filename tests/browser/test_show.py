"""The show in a real browser: the file from a stick, and over a page behind our policy."""

import io
import subprocess
import sys
from dataclasses import replace

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from dashboard.config import ROOT
from dashboard.documents.show import show_writer
from dashboard.starting import ports, processes
from tests.browser.conftest import HOST, environment, unused_port
from tests.browser.test_walk import Watched
from tests.documents import papers_made

SCREENS = ((1366, 768), (1280, 720), (1920, 1080), (1024, 768))
# What reaches over its slide, or over the room it was given.
OVER = """() => [...document.querySelectorAll(".slide")].flatMap((slide, place) => {
  const edge = slide.getBoundingClientRect(), foot = slide.querySelector("footer");
  const over = (one) => {
    const box = one.getBoundingClientRect();
    const isOut = box.left < edge.left - 1 || box.right > edge.right + 1
      || box.top < edge.top - 1 || box.bottom > edge.bottom + 1;
    const low = one.closest(".body") ?? foot, end = low.getBoundingClientRect();
    const isLow = !foot.contains(one) && box.bottom > (low === foot ? end.top : end.bottom) + 1;
    const isWide = one instanceof HTMLElement && one.clientWidth > 0
      && one.scrollWidth > one.clientWidth + 1;
    return isOut || isLow || isWide;
  };
  return [...slide.querySelectorAll("h1, .measure, .note, .say li, .body, table, th, td, .more,"
    + " svg, svg text, footer, footer span")].filter(over)
    .map((one) => `${place + 1} ${one.tagName} ${one.textContent.slice(0, 40)}`);
})"""
SCROLLS = """() => { const all = document.documentElement;
  return all.scrollWidth > innerWidth || all.scrollHeight > innerHeight; }"""


@pytest.fixture(scope="module")
def file(tmp_path_factory):
    path = tmp_path_factory.mktemp("stick") / "trinh-chieu.html"
    paper = papers_made.paper(odd=True)
    tasks = next(part for part in paper.parts if part.table)
    more = (replace(tasks, table=papers_made.table(count)) for count in (4, 40))
    path.write_bytes(show_writer.write(replace(paper, parts=(*paper.parts, *more))))
    return path


@pytest.fixture
def shown(browser, file):
    """The file opened from its folder; whatever it asks the network for is a fault."""
    context = browser.new_context(viewport={"width": 1366, "height": 768}, offline=True)
    page, faults = context.new_page(), []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
    page.on("request", lambda asked: faults.append(asked.url) if asked.url[:5] == "http:" else None)
    page.goto(file.as_uri())
    yield page
    context.close()
    assert faults == []


def at(page) -> str:
    return page.locator(".slide.on footer .page").inner_text()


def test_nothing_runs_over_on_any_screen(shown):
    for width, height in SCREENS:
        shown.set_viewport_size({"width": width, "height": height})
        shown.wait_for_function(
            "() => document.querySelector('.stage').getBoundingClientRect().width"
            f" <= {width} && !({SCROLLS})()"
        )
        stage = shown.locator(".stage").bounding_box()
        assert stage["width"] == pytest.approx(min(width, height * 16 / 9), abs=1)
        assert shown.evaluate(OVER) == []
    assert shown.evaluate("() => document.fonts.check('20px Show')")


def test_what_runs_over_is_noticed(shown):
    shown.evaluate("() => { document.querySelectorAll('h1')[1].append('W'.repeat(200)); }")
    assert any(found.startswith("2 H1") for found in shown.evaluate(OVER))


def test_keys_of_the_file(shown):
    count = shown.locator(".slide").count()
    for key, place in (
        ("ArrowRight", 2), ("ArrowDown", 3), ("PageDown", 4), ("Space", 5), ("Enter", 6),
        ("ArrowLeft", 5), ("ArrowUp", 4), ("PageUp", 3), ("Backspace", 2), ("End", count),
        ("ArrowRight", count), ("Home", 1), ("ArrowLeft", 1),
    ):  # fmt: skip
        shown.keyboard.press(key)
        assert at(shown) == f"{place} / {count}", key
        assert shown.url.endswith(f"#{place}")
    hidden = shown.locator(".slide[aria-hidden=false]")
    assert hidden.count() == 1
    assert shown.title().split() == hidden.get_attribute("data-title").split()
    assert shown.evaluate("() => document.activeElement.tagName") == "H1"


def test_blank_theme_help_and_full_screen(shown):
    blank, root = shown.locator(".blank"), shown.locator(".show")
    for key in ("b", "."):
        shown.keyboard.press(key)
        expect(blank).to_be_visible()
        shown.keyboard.press(key)
        expect(blank).to_be_hidden()
    shown.keyboard.press("b")
    shown.keyboard.press("Escape")
    expect(blank).to_be_hidden()
    before = root.evaluate("one => getComputedStyle(one).backgroundColor")
    shown.keyboard.press("t")
    assert root.evaluate("one => getComputedStyle(one).backgroundColor") != before
    drawn = shown.locator("svg text").first
    assert drawn.evaluate("one => getComputedStyle(one).fill") != "rgb(14, 24, 34)"
    shown.keyboard.press("?")
    expect(shown.locator(".help")).to_be_visible()
    shown.keyboard.press("Escape")
    expect(shown.locator(".help")).to_be_hidden()
    shown.keyboard.press("f")
    shown.wait_for_function("() => document.fullscreenElement !== null")
    shown.keyboard.press("f")
    shown.wait_for_function("() => document.fullscreenElement === null")


def test_an_address_opens_its_slide_and_notes_are_out_of_sight(shown, file):
    shown.goto("about:blank")
    shown.goto(f"{file.as_uri()}#3")
    assert at(shown).startswith("3 / ")
    notes = shown.locator(".slide.on .notes")
    expect(notes).to_be_hidden()
    shown.keyboard.press("n")
    expect(shown.locator(".spoken")).to_contain_text("Phương pháp")
    shown.locator(".stage").click(position={"x": 900, "y": 200})
    assert at(shown).startswith("4 / ")


def test_a_slide_is_a_page_in_print(shown):
    shown.keyboard.press("t")
    printed = PdfReader(io.BytesIO(shown.pdf(prefer_css_page_size=True)))
    assert len(printed.pages) == shown.locator(".slide").count()
    wide, high = (float(x) for x in printed.pages[0].mediabox[2:])
    assert wide / high == pytest.approx(16 / 9, abs=0.01)
    assert "13 nhiệm vụ quá hạn" in printed.pages[5].extract_text()
    assert "Phương pháp" not in "".join(page.extract_text() for page in printed.pages)


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    """A page with a show, behind the guard, and the file in which it records."""
    folder = tmp_path_factory.mktemp("show")
    port, recorded = unused_port(), folder / "recorded.txt"
    recorded.touch()
    given = {"SHOW_RECORDED": str(recorded), "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "streamlit", "run", "tests/browser/show_app.py"]
    command += ["--server.port", str(port), "--server.address", HOST, "--server.headless", "true"]
    with (folder / "log.txt").open("w", encoding="utf-8") as log:
        server = subprocess.Popen(
            command, cwd=ROOT, env=environment(folder) | given, stdout=log, stderr=log
        )
    try:
        address = ports.address(HOST, port)
        said = (folder / "log.txt").read_text(encoding="utf-8")
        assert ports.wait_until_ready(server, address), said
        yield address, recorded
    finally:
        processes.end(server)


def test_a_decision_is_recorded_on_its_slide_while_the_page_runs_again(browser, served):
    address, recorded = served
    watched = Watched(browser, address)
    page = watched.page
    page.goto(address)
    page.get_by_role("button", name="Trình chiếu").click()
    form, wrong = page.locator(".decide"), page.locator(".decide .wrong")
    expect(page.locator("dialog.over .slide.on")).to_be_visible()
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    assert at(page) == "4 / 9"
    page.keyboard.press("k")
    page.keyboard.type("Việc không được b")  # b is a letter here
    expect(page.locator(".blank")).to_be_hidden()
    for fill, said in (
        (lambda: None, "Chưa chọn"),
        (lambda: form.locator("[name=official]").select_option(index=2), "Chưa có hạn"),
        (lambda: form.locator("[name=due]").fill("31/02/2023"), "31/02/2023"),
        (lambda: form.locator("[name=due]").fill("3/7/2023"), "Việc không được b"),
    ):
        fill()
        form.locator(".save").click()
        expect(wrong).to_contain_text(said)
    form.locator("h2").click()  # nothing has the focus now: still no key moves a slide
    for key in ("b", "ArrowRight", "t"):
        page.keyboard.press(key)
    expect(page.locator(".blank")).to_be_hidden()
    assert at(page) == "4 / 9"
    page.keyboard.press("Escape")
    expect(form).to_be_hidden()
    page.keyboard.press("k")
    assert form.locator("textarea").input_value() == "Việc không được b"
    form.locator("textarea").fill("Niêm yết <b>ở mọi thôn</b>")
    form.locator("[name=component]").select_option("5")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".told")).to_be_visible()
    expect(form).to_be_hidden()
    assert at(page) == "4 / 9"
    assert recorded.read_text(encoding="utf-8").splitlines() == [
        "Niêm yết <b>ở mọi thôn</b>|Công chức Tài chính - Kế toán|2023-07-03|5|4|change"
    ]
    page.keyboard.press("End")  # in the place of "none yet"
    assert at(page) == "9 / 9"
    live = page.locator(".slide.on")
    expect(live).to_contain_text("Niêm yết <b>ở mọi thôn</b>")
    expect(live).to_contain_text("Công chức Tài chính - Kế toán, hạn 03/07/2023")
    expect(page.get_by_text("lượt 1", exact=True)).to_have_count(0)  # it has run again meanwhile
    page.keyboard.press("Escape")
    expect(page.locator("dialog.over")).to_have_count(0)
    expect(page.get_by_text("đã thôi")).to_be_visible()
    page.context.close()
    assert watched.faults == []


def test_the_show_stands_still_while_the_page_runs_again(browser, served):
    watched = Watched(browser, served[0], 1024)
    page = watched.page
    page.goto(served[0])
    page.get_by_role("button", name="Trình chiếu").click()
    expect(page.locator("dialog.over .slide.on")).to_be_visible()
    page.keyboard.press("PageDown")
    before = page.locator("dialog.over").evaluate("one => one.mark = 'the same'")
    for run in ("lượt 4", "lượt 5"):
        expect(page.get_by_text(run)).to_have_count(1)
    assert page.locator("dialog.over").evaluate("one => one.mark") == before
    assert at(page) == "2 / 9"
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
    page.keyboard.press("f")
    page.wait_for_function("() => document.fullscreenElement !== null")
    page.keyboard.press("k")
    expect(page.locator(".decide")).to_be_visible()  # in full screen too
    page.context.close()
    assert watched.faults == []
