"""Office workbooks of the kinds that were read wrong, with what must come out of each."""
