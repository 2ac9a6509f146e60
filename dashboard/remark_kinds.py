"""What people write remarks about, and of which kinds: names that every room may know."""

SUBJECTS = ("component", "official", "village", "task")
# What explains a figure, in the order in which it is read; a note explains nothing.
EXPLAINING = ("shortcoming", "cause", "responsibility", "remedy")
KINDS = (*EXPLAINING, "note")
