"""Phương pháp: what the figures are and are not, how each is worked out, when it is hidden."""

from dashboard.parts import frame, method_sections, tour

with frame.open_page("method") as page:
    year = page.chosen.year_to if page.chosen else page.ask.published.years()[-1]
    page.heading(page.words["method.title"], page.words.say("method.of_year", year=year))
    tour.link(page)
    method_sections.contents(page)
    method_sections.sections(page, year)
