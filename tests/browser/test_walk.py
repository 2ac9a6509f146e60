"""One walk through the dashboard in a real browser, on the real server, with the sample data."""

import re
import subprocess
import sys
from urllib.parse import parse_qs, unquote_plus, urlencode, urlsplit

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Page, expect

from dashboard.charts.look import look
from dashboard.config import ROOT, SAMPLES
from dashboard.words import words
from tests.browser.conftest import environment
from tests.pages.conftest import PAGES

H1 = "6 tháng đầu năm"
ENGLISH = re.compile(
    r"\b(Upload|Browse|Drag|Drop|per file|Choose|Select|Search|Loading|Running|Press|Error|Page not"
    r"|None|nan|NaN|NaT|undefined|null|Rerun|Deploy|Settings)\b"
)
# Streamlit's own words are put out of sight by size: only what has one is read.
WORDS_SEEN = """() => [...document.querySelectorAll(".stApp *")]
    .filter(one => one.checkVisibility({checkOpacity: true, checkVisibilityCSS: true}))
    .filter(one => parseFloat(getComputedStyle(one).fontSize) > 0)
    .flatMap(one => [...one.childNodes].filter(node => node.nodeType === Node.TEXT_NODE))
    .map(node => node.textContent).join("\\n")"""
# What the policy of dashboard/server/headers.py forbids becomes an error of the console.
VIOLATIONS = """document.addEventListener("securitypolicyviolation", event =>
    console.error(`policy: ${event.effectiveDirective} ${event.blockedURI} ${event.sample}`))"""
SECONDS = 30_000
NAMES = {words("vi")[f"nav.{page}"]: address for page, address in PAGES.items()}


class Watched:
    """A visitor whose console errors and requests to other addresses are noted.

    All come by one context, which holds the program's scripts read and compiled: a context of
    its own for each costs more than all that is then looked at.
    """

    def __init__(self, browser, url: str, width: int = 1366, height: int = 768):
        new = {"viewport": {"width": 1366, "height": 768}, "locale": "vi-VN"}
        context = browser.contexts[0] if browser.contexts else browser.new_context(**new)
        self.url, self.page, self.faults = url, context.new_page(), []
        self.page.set_viewport_size({"width": width, "height": height})
        self.page.add_init_script(VIOLATIONS)
        self.page.set_default_timeout(SECONDS)
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.page.on("response", self._answered)
        self.page.on("request", lambda request: self._asked(request.url))
        self.page.on("websocket", lambda socket: self._asked(socket.url))
        self.page.on("console", self._said)

    def _answered(self, response) -> None:
        if response.status >= 400:
            self.faults.append(f"{response.status} {response.url}")

    def _asked(self, url: str) -> None:
        is_own = urlsplit(url).netloc == urlsplit(self.url).netloc
        if not is_own and not url.startswith(("data:", "blob:")):
            self.faults.append(f"asked {url}")

    def _said(self, message) -> None:
        if message.type == "error":
            self.faults.append(message.text)

    def close(self) -> None:
        """What the browser keeps of a visit goes too."""
        for page in self.page.context.pages:
            page.close()
        self.page.context.clear_cookies()

    def open(self, address: str) -> Page:
        self.page.goto(f"{self.url}/{address}")
        settled(self.page)
        return self.page


def settled(page: Page) -> None:
    """The title is there and no script is running any more."""
    expect(page.locator("h1.papi-title")).to_be_visible(timeout=SECONDS)
    expect(page.get_by_test_id("stStatusWidget")).to_have_count(0, timeout=SECONDS)
    expect(page.get_by_role("dialog")).to_have_count(0)


def heading(page: Page) -> str:
    return page.locator("h1.papi-title").inner_text()


def about(page: Page):
    """The line below the title."""
    return page.locator("h1.papi-title + .papi-subtitle")


def bar(page: Page):
    """The button that says unit, years, period and date."""
    return page.locator(".st-key-bar button").first


def drawn(page: Page) -> list[str]:
    """What the first chart says."""
    expect(page.locator(".js-plotly-plot .annotation-text").first).to_be_visible()
    return page.locator(".js-plotly-plot").first.locator("text").all_text_contents()


def go(page: Page, name: str) -> None:
    """A click in the navigation."""
    page.get_by_test_id("stTopNavLink").filter(has_text=name).click()
    page.wait_for_url(lambda url: urlsplit(url).path == "/" + NAMES[name])
    settled(page)


def choose(page: Page, button: str, label: str, option: str) -> None:
    """One choice in a popover."""
    page.get_by_role("button", name=button).first.click()
    page.get_by_label(label, exact=True).click()
    page.get_by_role("option", name=option, exact=True).click()
    page.keyboard.press("Escape")
    settled(page)


def address(page: Page) -> dict[str, str]:
    query = parse_qs(urlsplit(page.url).query)
    return {key: unquote_plus(values[0]) for key, values in query.items()}


@pytest.fixture
def visitor(browser, dashboard_url):
    watched = Watched(browser, dashboard_url)
    yield watched
    watched.close()
    assert watched.faults == []


def test_first_visitor_may_come_by_a_link_to_a_page(visitor):
    """The first session of a server: Streamlit's own "Page not found" must not greet it."""
    assert "so với phần còn lại của xã" in heading(visitor.open("thon"))


def test_village_stands_in_the_address_and_a_link_opens_the_same_view(visitor, browser):
    page = visitor.open("thanh-phan")
    everybody, of_everybody = heading(page), drawn(page)
    choose(page, "Bộ lọc", "Thôn", "Thôn Hạ")
    expect(page.get_by_role("button", name="Thôn Hạ")).to_be_visible()
    expect(page.locator(".papi-subtitle", has_text="Thôn Hạ")).to_be_visible()
    expect(page.locator("h1.papi-title")).not_to_have_text(everybody)
    assert address(page) == {"thon": "Thôn Hạ"}
    other = Watched(browser, visitor.url)
    other.page.goto(page.url)
    settled(other.page)
    assert heading(other.page) == heading(page)
    assert drawn(other.page) == drawn(page) != of_everybody
    expect(other.page.get_by_role("button", name="Thôn Hạ")).to_be_visible()
    assert address(other.page) == {"thon": "Thôn Hạ"} and other.faults == []
    other.page.close()
    page.get_by_role("button", name="Thôn Hạ").click()
    expect(page.locator("h1.papi-title")).to_have_text(everybody)
    expect(page.get_by_role("button", name="Thôn Hạ")).to_have_count(0)
    page.wait_for_url(lambda url: "thon=" not in url)


def test_way_down_from_the_total_to_one_form_and_back(visitor):
    """Each step one click with an address of its own; the browser's Back goes up again."""
    page = visitor.open("")
    steps = [
        ("Điểm này được tính thế nào", {"ma": "PAPI"}, "Điểm theo phương pháp PAPI"),
        ("1 Tham gia của người dân ở cơ sở", {"ma": "1"}, "1 Tham gia"),
        ("1.3 Chất lượng bầu cử", {"ma": "1.3"}, "1.3 Chất lượng"),
        ("Câu C05", {"ma": "C05"}, "Câu C05"),
        ("Thôn Hạ", {"ma": "C05", "thon": "Thôn Hạ"}, "Câu C05"),
    ]
    for label, where, title in steps:
        page.get_by_test_id("stPageLink-NavLink").filter(has_text=label).first.click()
        page.wait_for_url(lambda url, where=where: where == said_in(url))
        settled(page)
        expect(page.locator("h1.papi-title")).to_contain_text(title)
        # The working stands last: until it is of this step, links of the one before may stand.
        working = page.get_by_test_id("stExpander").filter(has_text="Cách tính")
        expect(working).to_contain_text([f"Cách tính · {where['ma']} ·"], timeout=SECONDS)
    expect(page.locator("h1.papi-title")).to_contain_text("Thôn Hạ")
    page.get_by_test_id("stPageLink-NavLink").filter(has_text="dòng 133").click()
    first = page.locator(".papi-lines").filter(has_text="dòng 133").first
    expect(first).to_contain_text("dòng 133: câu trả lời là", timeout=SECONDS)
    page.wait_for_url(lambda url: said_in(url).get("dong") == "133")
    other = page.context.new_page()
    other.goto(page.url)
    settled(other)
    said = other.locator(".papi-lines").filter(has_text="dòng 133: câu trả lời là")
    expect(said).to_have_count(1)
    other.close()
    for _ in range(3):  # the form, the village, the question
        page.go_back()
        settled(page)
    expect(page.locator("h1.papi-title")).to_contain_text("1.3 Chất lượng")
    page.get_by_test_id("stPageLink-NavLink").filter(has_text="Điểm theo").first.click()
    expect(page.locator("h1.papi-title")).to_contain_text("Điểm theo phương pháp PAPI")


def said_in(url: str) -> dict[str, str]:
    return {key: values[0] for key, values in parse_qs(urlsplit(url).query).items()}


def test_a_typed_day_applies_at_enter_and_a_cut_off_by_its_button(visitor):
    page = visitor.open("can-bo")
    page.locator(".st-key-bar button").first.click()
    day = page.get_by_role("textbox", name="Ngày khác")
    day.fill("3/6")
    day.press("Enter")
    expect(about(page)).to_contain_text("cả năm · tính đến 03/06/2023")
    page.get_by_role("button", name="31/5, chốt 6 tháng").click()
    expect(about(page)).to_contain_text("6 tháng đầu năm · tính đến 31/05/2023")


def test_chosen_unit_and_date_hold_from_page_to_page(visitor):
    page = visitor.open("?ngay=2023-05-31")
    choose(page, "Xã Đức Hợp", "Đơn vị", "Xã số 03")
    expect(about(page)).to_contain_text("Xã số 03", timeout=SECONDS)
    for name in ("Cán bộ", "Cần đôn đốc"):
        go(page, name)
        expect(about(page)).to_contain_text("Xã số 03")
        expect(about(page)).to_contain_text("31/05/2023")
        assert address(page) == {"xa": "xa-so-03", "ngay": "2023-05-31"}


@pytest.mark.parametrize(
    ("link", "said"),
    [
        ({"xa": "Xã số 03", "ngay": "2023-03-15"}, ["Xã số 03", "15/03/2023"]),
        pytest.param({"den": "2022", "ky": H1}, ["năm 2022", "31/05/2022"], marks=pytest.mark.long),
    ],
)
def test_what_a_link_says_holds_from_page_to_page(visitor, link, said):
    """Not only what the visitor chose: the link from a mail is the usual way in."""
    page = visitor.open("?" + urlencode(link))
    label = bar(page).inner_text()
    go(page, "Cán bộ")
    for part in said:
        expect(about(page)).to_contain_text(part)
    assert bar(page).inner_text() == label
    ids = {"Xã số 03": "xa-so-03"}  # a link by a name becomes one by the id, which lasts
    assert address(page) == {key: ids.get(value, value) for key, value in link.items()}


def test_charts_follow_the_system_s_theme(visitor):
    page = visitor.open("")
    for scheme in ("light", "dark", "light"):
        page.emulate_media(color_scheme=scheme)
        first = page.locator(".st-key-chart_overview_levels .annotation-text").first
        expect(first).to_have_css("fill", rgb(look(scheme).muted), timeout=SECONDS)


def rgb(colour: str) -> str:
    """#526070 as browsers say it."""
    return "rgb({}, {}, {})".format(*bytes.fromhex(colour[1:]))


def test_what_must_be_seen_first_is_on_the_first_screen(visitor):
    page = visitor.open("")
    expect(page.locator(".js-plotly-plot").first).to_be_visible()
    page.wait_for_timeout(500)  # until what stands above has its room
    chart = page.locator(".js-plotly-plot").first.bounding_box()
    assert 300 < chart["y"] + chart["height"] < 690


def test_menu_of_the_data_leads_to_the_page_on_method(visitor):
    page = visitor.open("ten-goi")
    page.get_by_test_id("stTopNavSection").filter(has_text="Dữ liệu").click()
    page.get_by_test_id("stTopNavDropdownLink").filter(has_text="Phương pháp").click()
    page.wait_for_url(lambda url: urlsplit(url).path == "/phuong-phap")
    expect(page.locator("h1.papi-title")).to_contain_text("Phương pháp")


def test_section_of_the_page_on_method_has_an_address(visitor):
    for link in ("", "?muc=an-so-lieu", "#an-so-lieu"):
        visitor.page.goto("about:blank")  # from the page itself a mark alone loads nothing anew
        page = visitor.open(f"phuong-phap{link}")
        section = page.locator("h2#an-so-lieu")
        if not link:
            expect(section).not_to_be_in_viewport()
            page.get_by_role("link", name="Khi nào số liệu bị ẩn").click()
            page.wait_for_url("**/phuong-phap#an-so-lieu")
        expect(section).to_be_in_viewport()
        expect(page.get_by_text("dưới 10 người trả lời", exact=True)).to_be_in_viewport()


def test_import_on_the_command_line_shows_at_the_next_click(visitor, dashboard_store, tmp_path):
    page = visitor.open("can-bo")
    book = load_workbook(SAMPLES / "bieu-nhiem-vu-2023.xlsx")
    book.worksheets[0]["A1"] = "ỦY BAN NHÂN DÂN\nXÃ MỚI NHẬP"
    book.worksheets[0]["A5"] = "(Kèm theo Kế hoạch của UBND xã Mới Nhập)"
    book.save(tmp_path / "mới.xlsx")
    command = [sys.executable, "-m", "dashboard", "import", str(tmp_path / "mới.xlsx")]
    done = subprocess.run(
        command, cwd=ROOT, env=environment(dashboard_store), capture_output=True, timeout=60
    )
    assert done.returncode == 0, done.stderr.decode()
    go(page, "Cần đôn đốc")
    expect(page.locator("h1.papi-title")).to_contain_text("quá hạn")
    expect(about(page)).to_contain_text("Xã Mới Nhập")  # an office's own opens first


def test_a_workbook_is_checked_and_stored_in_the_browser(visitor, tmp_path):
    page = visitor.open("nhap-du-lieu")
    book = load_workbook(SAMPLES / "bieu-nhiem-vu-2022.xlsx")
    book.worksheets[0]["A1"] = "ỦY BAN NHÂN DÂN\nXÃ TẢI LÊN"
    book.worksheets[0]["A5"] = "(Kèm theo Kế hoạch của UBND xã Tải Lên)"
    book.worksheets[0]["F12"] = "31/02/2022"
    book.save(tmp_path / "tải-lên.xlsx")
    page.set_input_files("input[type=file]", tmp_path / "tải-lên.xlsx")
    expect(page.locator("h1.papi-title")).to_contain_text("47 dòng sẵn sàng nhập")
    expect(page.locator("h1.papi-title")).to_contain_text("1 lỗi")
    expect(page.get_by_text("ô F12")).to_be_visible()
    page.get_by_role("button", name="Nhập 47 dòng").click()
    expect(page.locator("h1.papi-title")).to_have_text("Đã nhập xong 47 dòng từ 1 tệp")
    page.goto(visitor.url + "/can-bo?xa=Xã Tải Lên")
    settled(page)
    expect(about(page)).to_contain_text("Xã Tải Lên")
