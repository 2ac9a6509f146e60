"""A click leads to another page with all that its link says."""

import pytest

from dashboard.parts import ways
from tests.pages.conftest import opened, title, well


@pytest.mark.parametrize("code", ["2.2", "C11"])
def test_a_link_keeps_the_village_that_is_a_filter_of_the_page_it_leaves(filled, code):
    app = opened("villages", thon="Thôn Đoài")
    app.session_state[ways._GOING] = ways.Way("component", {"ma": code, "thon": "Thôn Đoài"})
    app = well(app.run())
    assert title(app).startswith("Thôn Đoài · ") and code in title(app)
