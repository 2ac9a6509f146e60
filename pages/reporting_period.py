"""Kỳ báo cáo: until when, who has handed in, close the period, what changed since."""

from dashboard.parts import closing_form, frame, handed_in, remark_lines
from dashboard.sentences import reporting

with frame.data_page("reporting_period") as page:
    chosen, ask = page.chosen, page.ask.reporting
    submissions = ask.submissions(chosen.unit_id, chosen.year_to, chosen.period, chosen.seen_at)
    closed = ask.closings(chosen.unit_id)
    period = reporting.period_name(chosen.period_kind, page.words).lower()
    title = reporting.headline(submissions, f"{period} {chosen.year_to}", page.words)
    page.heading(title, page.plan, page.seen_at)
    handed_in.choose(page)
    handed_in.countdown(page, submissions, closed[closed.period == chosen.period])
    if len(submissions):
        handed_in.officials(page, submissions)
    if chosen.level == "commune":
        remark_lines.falls(page)
    closing_form.show(page)
    closing_form.listed(page, closed)
