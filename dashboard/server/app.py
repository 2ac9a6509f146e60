"""Streamlit's app as an office runs it: behind the guard, in our own page, with our routes.

streamlit_app.py makes the App from options(), so that "streamlit run" serves it guarded too.
"""

import asyncio
import gc
import logging
import re
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress
from pathlib import Path
from typing import TypedDict

from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import (
    FileResponse,
    HTMLResponse,
    JSONResponse,
    PlainTextResponse,
    Response,
)
from starlette.routing import Route, Router
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit import App, file_util
from streamlit.runtime.pages_manager import PagesManager

from dashboard.config import ICON
from dashboard.importing.batches import batches_of
from dashboard.parts import download
from dashboard.server import downloads, guard, shell
from dashboard.store.store import open_store
from dashboard.words import words

# Of Streamlit's own addresses only these and its files: no metrics, no media, no components.
STREAMLITS = re.compile(rf"/_stcore/health|{guard.UPLOAD.pattern}|{guard.SOCKET}")
SECONDS_BETWEEN_COLLECTIONS = 60
SECONDS_TO_FINISH_WRITING = 30

_log = logging.getLogger("dashboard")


class Options(TypedDict):
    """What st.App is made with, besides the script."""

    middleware: Sequence[Middleware]
    lifespan: Callable[[App], AbstractAsyncContextManager[None]]


def options() -> Options:
    """Keyword arguments of st.App."""
    # Streamlit takes a folder named pages/ for its old kind of multipage app until the first
    # page has called st.navigation: the first visitor with a link would get "Page not found".
    PagesManager.uses_pages_directory = False
    return {"middleware": [Middleware(guard.Guard), Middleware(OwnRoutes)], "lifespan": lifespan}


@asynccontextmanager
async def lifespan(_app: App) -> AsyncIterator[None]:
    """As long as it serves, garbage is collected; at the end the file that is being imported and
    a write under way are finished."""
    collecting = asyncio.create_task(_collect_garbage())
    yield
    collecting.cancel()
    with suppress(asyncio.CancelledError):
        await collecting
    store = open_store()
    await asyncio.to_thread(batches_of(store).stop, SECONDS_TO_FINISH_WRITING)
    if not await asyncio.to_thread(store.end_writing, SECONDS_TO_FINISH_WRITING):
        _log.warning("stopped while a file was being stored: nothing of it is kept")


async def _collect_garbage() -> None:
    """Once a minute, instead of after each run of a page (runner.postScriptGC)."""
    while True:
        await asyncio.sleep(SECONDS_BETWEEN_COLLECTIONS)
        gc.collect()


class OwnRoutes:
    """Our addresses, and those of Streamlit that the pages need; nothing else is there."""

    def __init__(self, app: ASGIApp) -> None:
        self._streamlit = app
        self._router = Router(ROUTES, default=self._others)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self._streamlit(scope, receive, send)
        else:
            await self._router(scope, receive, send)

    async def _others(self, scope: Scope, receive: Receive, send: Send) -> None:
        if is_streamlits(scope["path"]):
            await self._streamlit(scope, receive, send)
        else:
            said = PlainTextResponse(words("vi")["server.nothing_here"], 404)
            await said(scope, receive, send)


def is_streamlits(path: str) -> bool:
    """Does Streamlit answer this address? For a file it hasn't got it would give its own page."""
    if path.startswith("/static/"):
        return Path(file_util.get_static_dir() + path).is_file()
    return bool(STREAMLITS.fullmatch(path))


def _page(_: Request) -> Response:
    return HTMLResponse(shell.page(), headers={"Cache-Control": "no-store"})


def _shell_script(_: Request) -> Response:
    no_store = {"Cache-Control": "no-store"}
    return Response(shell.script(), media_type="text/javascript", headers=no_store)


def _host_config(_: Request) -> Response:
    return JSONResponse(shell.HOST_CONFIG)


def _icon(_: Request) -> Response:
    return FileResponse(ICON)


ROUTES = [
    Route("/", _page),
    Route("/shell.js", _shell_script),
    Route("/favicon.png", _icon),  # the name in Streamlit's page
    Route("/_stcore/host-config", _host_config),
    Route(download.PATH + "{token}", downloads.answer),
    Route("/{page}", _page),
]
