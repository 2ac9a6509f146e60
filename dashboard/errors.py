"""Errors that a person can act on. The sentence stands in the texts: error.<code>."""

from dashboard.words import Words


class DashboardError(Exception):
    """Something the person can mend; code names its sentence, holes fill it."""

    def __init__(self, code: str, **holes: object):
        super().__init__(code, holes)
        self.code = code
        self.holes = holes

    def sentence(self, words: Words) -> str:
        """What is wrong and what to do, in one sentence of the language of words."""
        return words.say(f"error.{self.code}", **self.holes)
