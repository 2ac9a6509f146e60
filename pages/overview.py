"""Tổng quan: the chairperson's first look. How is the index, what is done, what needs me?"""

from dashboard.parts import district_page, first_look, frame

with frame.data_page("overview") as page:
    if page.chosen.level != "commune" and not page.ask.reported:  # no closing holds its communes
        district_page.show(page)
    else:
        first_look.show(page)
