"""A sheet as its file's parser gives it."""

from typing import NamedTuple

from dashboard.importing.model.raw import CodedColumn, Merges, Signs


class Parsed(NamedTuple):
    """A sheet on its way; signs: what its parser told, until its file has been asked."""

    name: str
    columns: list[CodedColumn]
    hidden: bool
    tall: Merges
    signs: Signs = Signs()
