"""The parts of an Office file: which is the workbook, where each sheet is, and the file anew with
some of them changed and every other byte for byte as it was."""

import copy
import io
import posixpath
import zipfile
from collections.abc import Mapping

from lxml import etree

from dashboard.importing.workbook.container import BROKEN_ZIP

LARGEST = 100 * 2**20  # bytes of a part that is parsed: more takes half a gigabyte
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_SIGNED = "_xmlsignatures/"


class NotPatchable(Exception):
    """The file is no workbook whose parts can be changed in place."""


class Parts:
    """The parts of a zipped workbook; those that were changed are kept beside the original."""

    def __init__(self, content: bytes):
        """Raises NotPatchable."""
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(content))
            self._entries = self._archive.infolist()
        except BROKEN_ZIP as fault:
            raise NotPatchable from fault
        self.names = [entry.filename for entry in self._entries]
        if len(set(self.names)) < len(self.names):
            raise NotPatchable
        self._places = {name.lower().lstrip("/"): name for name in self.names}
        self._changed: dict[str, bytes | None] = {}

    def read(self, name: str) -> bytes:
        """A part, whatever the case of its letters. Raises NotPatchable."""
        try:
            place = self._places[name.lower().lstrip("/")]
            if self._archive.getinfo(place).file_size > LARGEST:
                raise NotPatchable
            return self._archive.read(place)
        except (KeyError, NotImplementedError, RuntimeError, *BROKEN_ZIP) as fault:
            raise NotPatchable from fault

    def tree(self, name: str) -> etree._Element:
        """A part's XML: no entity is looked up, nothing is fetched. Raises NotPatchable."""
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
        try:
            return etree.fromstring(self.read(name), parser)
        except etree.XMLSyntaxError as fault:
            raise NotPatchable from fault

    def has(self, name: str) -> bool:
        """Whether there is such a part."""
        return name.lower() in self._places

    def change(self, name: str, root: etree._Element) -> None:
        """Write the part so."""
        place = self._places[name.lower().lstrip("/")]
        self._changed[place] = etree.tostring(
            root, xml_declaration=True, encoding="UTF-8", standalone=True
        )

    def related(self, name: str) -> dict[str, tuple[str, str]]:
        """Of a part ("" for the file): the id of each relation -> its kind and target."""
        folder, file = posixpath.split(name)
        rels = posixpath.join(folder, "_rels", f"{file}.rels")
        found = {}
        for one in self.tree(rels):
            if one.tag == f"{{{_RELS}}}Relationship" and one.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, one.get("Target", "")))
                kind = one.get("Type", "").rsplit("/", 1)[-1]
                found[one.get("Id", "")] = (kind, target.lstrip("/"))
        return found

    def drop_signatures(self) -> bool:
        """Take out the file's signatures, which hold no more; whether there were any."""
        signed = [name for name in self.names if name.lower().startswith(_SIGNED)]
        if not signed:
            return False
        self._changed |= dict.fromkeys(signed)
        rels = self.tree("_rels/.rels")
        for one in rels.findall(f"{{{_RELS}}}Relationship"):
            if _SIGNED in one.get("Target", "").lower():
                rels.remove(one)
        self.change("_rels/.rels", rels)
        types = self.tree("[Content_Types].xml")
        for one in types.findall(f"{{{_TYPES}}}Override"):
            if _SIGNED in one.get("PartName", "").lower():
                types.remove(one)
        self.change("[Content_Types].xml", types)
        return True

    def content(self) -> bytes:
        """The file: each entry in its place with its time, changed or as it was."""
        return _zipped(self._archive, self._entries, self._changed)


def _zipped(
    archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo], changed: Mapping[str, bytes | None]
) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as made:
        made.comment = archive.comment
        for entry in entries:
            held = changed[entry.filename] if entry.filename in changed else _read(archive, entry)
            if held is not None:
                made.writestr(copy.copy(entry), held, compress_type=entry.compress_type)
    return stream.getvalue()


def _read(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    try:
        return archive.read(entry)
    except (NotImplementedError, RuntimeError, *BROKEN_ZIP) as fault:
        raise NotPatchable from fault
