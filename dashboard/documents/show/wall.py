"""The stage of the show: 1280 x 720, scaled to whatever screen; every place and size on it.

On a screen 2 m wide one of its pixels is 1.56 mm. A capital is 0.72 of its letter's size: titles
(28 to 40) stand 31 to 45 mm tall, sentences (24 to 38) 27 to 43, tables (18 to 28) 20 to 31,
figures (18 to 32) 20 to 36. From ten metres 20 mm are 7 minutes of arc; good eyes read 5 and
more, so that is the smallest that carries a finding. Notes (17) and stamp (15 to 13) are for print.
"""

WIDTH, HEIGHT = 1280, 720
EDGE = 48
ROOM = WIDTH - 2 * EDGE
TOP = 34
TITLES = (40, 36, 32, 28)  # the largest that holds the title in two lines, else the last, cut
COVER = (60, 52, 44)
MEASURE = 22
SAID = (38, 36, 34, 32, 30, 28, 26, 24)
TABLES = (28, 26, 24, 22, 20, 18)
SPLIT_TABLE = 20  # of a table on several slides
FIGURES = ((3, 32), (5, 28), (8, 24), (99, 22))  # rows up to, size
SMALLEST_FIGURE = 18  # more rows go on another slide
NOTE = 17
STAMPS = (15, 14, 13)
PAGE = 20
FOOTER = HEIGHT - 44  # where the footer begins
LEADING = 1.16
SPACING = 1.3  # of sentences

SIZES = {
    "width": WIDTH,
    "height": HEIGHT,
    "edge": EDGE,
    "measure": MEASURE,
    "note": NOTE,
    "page": PAGE,
    "footer": FOOTER,
    "room": ROOM,
    "leading": LEADING,
    "spacing": SPACING,
}
