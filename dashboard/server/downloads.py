"""GET /tai-ve/<token>: the file that a link of dashboard/parts/download.py promises."""

import asyncio
import logging
import mimetypes
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from dashboard.errors import DashboardError
from dashboard.parts import download
from dashboard.words import words

_log = logging.getLogger("dashboard")


async def answer(request: Request) -> Response:
    """The file, made now; a sentence when no tab shows the link any more, or it can't be made."""
    offer = download.find(request.path_params["token"])
    if offer is None:
        return PlainTextResponse(words("vi")["server.no_download"], 404)
    try:
        content = await asyncio.to_thread(offer.make)
    except DashboardError as error:
        return PlainTextResponse(error.sentence(words("vi")), 409)
    except Exception:
        _log.exception("download of %s failed", offer.file_name)
        return PlainTextResponse(words("vi")["server.download_failed"], 500)
    kind = mimetypes.guess_type(offer.file_name)[0] or "application/octet-stream"
    named = f"attachment; filename*=UTF-8''{quote(offer.file_name)}"
    headers = {"Content-Disposition": named, "Cache-Control": "no-store"}
    return Response(content, media_type=kind, headers=headers)
