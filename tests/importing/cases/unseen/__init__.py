"""Cases thought out by somebody who has not seen how the import works: seven of each kind of
trouble in other clothes, and some that cross two kinds. `python -m tests.importing.cases.unseen`
prints how many come out right, are asked about, or are wrong in silence."""
