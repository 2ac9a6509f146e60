"""Báo cáo, trình chiếu: the meeting's slides and every document, seen before they are taken."""

from dashboard.parts import frame, meeting, paper_choice
from dashboard.parts.filters import choice

KINDS = ("meeting", "papers")

with frame.data_page("documents") as page:
    words = page.words
    page.heading(words.say("document.title", unit=page.chosen.unit), page.plan, page.seen_at)
    kind = choice("viec", words["document.which"], {one: words[f"document.{one}"] for one in KINDS})
    if kind == "meeting":
        meeting.show(page)
    else:
        paper_choice.show(page)
