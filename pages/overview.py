"""Tổng quan: the chairperson's first look. How is the index, what is done, what needs me?"""

from dashboard.parts import first_look, frame

with frame.data_page("overview") as page:
    first_look.show(page)
