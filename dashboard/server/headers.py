"""What every answer tells the browser: what a page may load, and who may load the page."""

import base64
import hashlib
from functools import cache

from dashboard.parts.method_sections import GO

Headers = list[tuple[bytes, bytes]]

# Streamlit and Plotly write styles into elements, hence 'unsafe-inline' for those alone.
# blob: is how Streamlit loads the small components of parts/theme.py and parts/width.py.
POLICY = (
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval' blob: {scripts}",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    "connect-src 'self'{socket}",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
)

ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), display-capture=(), "
    "usb=(), payment=()",
}


@cache
def security(host: str) -> Headers:
    """The headers of an answer to a request for host ("127.0.0.1:8501"), "" when refused."""
    socket = f" ws://{host}" if host else ""  # older browsers take 'self' for http alone
    policy = "; ".join(POLICY).format(socket=socket, scripts=_inline(GO))
    named = ALWAYS | {"Content-Security-Policy": policy}
    return [(name.lower().encode(), value.encode()) for name, value in named.items()]


def _inline(element: str) -> str:
    """How a policy names the script of "<script>…</script>": by its digest."""
    script = element.removeprefix("<script>").removesuffix("</script>")
    digest = hashlib.sha256(script.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
