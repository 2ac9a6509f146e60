"""Every Office file of every state holds to the schemas. Run by start.py test --long."""

import pytest

from dashboard.papers import catalogue
from dashboard.papers.writers import FORMS, written
from tests.open_xml import faults
from tests.papers.conftest import STATES

pytestmark = pytest.mark.long
OFFICE = [form for form in FORMS if form.ending in (".docx", ".pptx", ".xlsx")]


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("name", STATES)
def test_every_form_of_every_state(name, language, state_of, tmp_path):
    for form in OFFICE:
        if (name, form.what) == ("survey", "reminders"):
            continue  # nobody has a task: test_office_papers.py
        paper = catalogue.make(form.what, state_of(name, language))
        assert faults(written(paper, form.ending), form.ending, tmp_path) == [], form.what
