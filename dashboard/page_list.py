"""The pages: one row each, read by the front door, the frame, the links and the tests.

A new page is a file in pages/, a row here, and its title nav.<name> in both pages.toml.
"""

from dataclasses import dataclass
from typing import Literal

# What the chosen unit must have for the page to say anything:
# nothing (the page is open to an empty store), the published index at least (every store has it),
# any data, a survey or a plan of tasks.
Needs = Literal["nothing", "published", "units", "data", "survey", "tasks"]
# Whose figures stand there: the chosen unit's alone, several units', or none.
Scope = Literal["unit", "units", "none"]
# How it prints on A4: across, or upright like a letter.
Sheet = Literal["landscape", "portrait"]
# The menu that lists it: the bar itself, the menu of what is followed, that of data, or none
# (links lead to it).
Menu = Literal["main", "follow", "data", "none"]


@dataclass(frozen=True)
class PageRow:
    """A page. name: of its file in pages/; address: in the browser, "" is the first page."""

    name: str
    address: str
    needs: Needs
    scope: Scope = "unit"
    menu: Menu = "main"
    sheet: Sheet = "landscape"
    is_reported: bool = False  # closings hold its figures: it can be seen as it was reported
    # What of it is a part of documents (dashboard/papers/slides_paper.py), to take away by itself.
    parts: tuple[str, ...] = ()

    @property
    def file(self) -> str:
        """Its file, as Streamlit's links name it."""
        return f"pages/{self.name}.py"

    @property
    def title(self) -> str:
        """The key of its title."""
        return f"nav.{self.name}"


PAGES: tuple[PageRow, ...] = (
    PageRow("overview", "", "units", is_reported=True, parts=("findings",)),
    PageRow("components", "thanh-phan", "survey", is_reported=True, parts=("components", "change")),
    PageRow(
        "component",
        "chi-tiet",
        "survey",
        menu="none",
        parts=("sub_dimensions", "sub_dimension_change"),
    ),
    PageRow("villages", "thon", "survey", parts=("villages", "heat")),
    PageRow("officials", "can-bo", "tasks", is_reported=True, parts=("officials",)),
    PageRow("follow_up", "don-doc", "tasks", parts=("overdue",)),
    PageRow("task", "nhiem-vu", "tasks", menu="none", sheet="portrait", parts=("overdue",)),
    PageRow("compare", "so-sanh", "published", "units", parts=("communes",)),
    PageRow("goal", "muc-tieu", "data", parts=("findings", "components")),
    PageRow("reporting_period", "ky-bao-cao", "data", menu="follow", parts=("reasons",)),
    PageRow("explanations", "giai-trinh", "data", menu="follow", parts=("explanations",)),
    PageRow("communication", "truyen-thong", "data", menu="follow", parts=("communication",)),
    PageRow("supervision", "giam-sat", "data", menu="follow", parts=("supervision",)),
    PageRow("public", "nguoi-dan", "data", menu="follow", sheet="portrait", parts=("components",)),
    PageRow("documents", "bao-cao", "data", menu="main", is_reported=True),
    PageRow("import_data", "nhap-du-lieu", "nothing", "none", "data"),
    PageRow("names", "ten-goi", "nothing", "none", "data"),
    PageRow("method", "phuong-phap", "nothing", "none", "data"),
)

# What an address may say of a view: the choices of every page, and those of single pages.
CHOICES = frozenset({
    "xa", "tu", "den", "ky", "ngay", "lang", "so_lieu",
    "can_bo", "co_quan", "co_so", "cua", "diem", "dong", "gioi", "hang", "lan", "linh_vuc", "loai",
    "ma", "moi_to", "muc", "muc_tieu", "nam", "nhom", "nv", "so_voi", "thang", "thanh_phan", "them",
    "thon", "thu_tu", "tinh", "trang", "trang_thai", "vai_tro", "ve", "viec", "xem", "xep",
})  # fmt: skip


def page_row(name: str) -> PageRow:
    """The row of a page; a page that nobody has listed is a KeyError."""
    return _BY_NAME[name]


_BY_NAME = {row.name: row for row in PAGES}
