"""Giải trình: what fell, lags or is late, who answers for it, what was said of it; typed here."""

from dashboard.parts import explaining, frame
from dashboard.parts.filters import choice
from dashboard.sentences import remarking

ORDER = ("component", "village", "official", "task")

with frame.data_page("explanations") as page:
    words, chosen = page.words, page.chosen
    if chosen.level != "commune":
        rows = page.ask.remarks.holding(chosen.unit_id, chosen.year_to)
        page.heading(remarking.of_units(rows, chosen.year_to, words), page.plan)
        page.nothing(words["remarks.list.district"])
        explaining.history(page)
    else:
        kind = choice(
            "ve", words["remarks.about"], {one: words[f"remarks.of.{one}"] for one in ORDER}
        )
        found = explaining.rows(page, kind)
        facts = page.years if kind in ("component", "village") else page.plan
        title = remarking.title(kind, found, chosen.year_to, words)
        page.heading(title, facts, page.seen_at, page.survey_later)
        explaining.tell(page, found, kind)
        explaining.listed(page, found, kind)
        explaining.type_in(page, found, kind)
        explaining.history(page, kind)
