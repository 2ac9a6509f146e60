"""The show as one file that works from a stick: no network, no server, nothing to install."""

import hashlib
import json
from base64 import b64encode
from html import escape

from dashboard.documents.model.listing import Listed, listed
from dashboard.documents.model.paper import Paper
from dashboard.documents.show import show_page
from dashboard.errors import DashboardError

_START = 'startShow(document.querySelector(".show"), { isFile: true });'
_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; script-src '{script}'; font-src data:; "
    "base-uri 'none'; form-action 'none'"
)


def write(paper: Paper, template: bytes | None = None, theme: str = "light") -> bytes:
    """The file, UTF-8. theme: the one it opens in, "light" or "dark" (key T changes it).

    DashboardError show_no_template: a template is of slides for PowerPoint.
    """
    if template is not None:
        raise DashboardError("show_no_template")
    script = f"{show_page.script()}{_START}\n"
    digest = b64encode(hashlib.sha256(script.encode()).digest()).decode()
    policy = _POLICY.format(script=f"sha256-{digest}")
    stamp = paper.stamp
    about = {
        "generator": f"papi-xa {stamp.version}",
        "dcterms.created": f"{stamp.made:%Y-%m-%dT%H:%M:%SZ}",
        "description": stamp.line,
    }
    metas = "".join(
        f'<meta name="{name}" content="{escape(text)}">\n' for name, text in about.items()
    )
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(paper.language)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{escape(policy, quote=True)}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"{metas}<title>{escape(str(paper.title)[:200])}</title>\n"
        f"<style>\n{_faces()}{show_page.css()}html, body {{ margin: 0; }}\n</style>\n</head>\n"
        f"<body>\n"
        f"{show_page.body(paper, theme)}\n"
        f'<script type="application/json" id="figures">{_figures(paper)}</script>\n'
        f"<script>{script}</script>\n</body>\n</html>\n"
    ).encode()


def _faces() -> str:
    return "".join(
        f'@font-face {{ font-family: "Show"; font-weight: {weight}; '
        f"src: url(data:font/woff2;base64,{font}); }}\n"
        for weight, font in show_page.types().items()
    )


def _figures(paper: Paper) -> str:
    """The list of figures; no text of it ends the element that holds it."""
    rows = [list(row) for row in listed(paper)]
    text = json.dumps({"columns": Listed._fields, "rows": rows}, ensure_ascii=False)
    return text.replace("<", "\\u003c")
