"""Cài đặt và chạy bảng điều khiển: python3 start.py (python3 start.py --help xem các tùy chọn).

Installs what is needed into .venv beside this file, prepares the store, serves the
dashboard; "start.py test" runs the tests. Standard library only, and written so that
Python 3.6 can still parse it: an old Python then gets a sentence, not a SyntaxError.
"""

import argparse
import contextlib
import errno
import hashlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import sysconfig
import time
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
STAMP = VENV / "installed.txt"
UNFINISHED = "unfinished\n"
RUN = ["requirements.txt"]
TEST = ["requirements.txt", "requirements-dev.txt"]
MINIMUM = (3, 11)
HOST = "127.0.0.1"
FIRST_PORT = 8501
PORTS_TRIED = 100
SECONDS_TO_ANSWER = 180

HELP = """\
Bảng điều khiển PAPI cấp xã (commune PAPI dashboard)

Cách dùng:
  python3 start.py [--port N] [--no-browser]    cài đặt nếu cần, rồi chạy bảng điều khiển
  python3 start.py test [--long] [pytest ...]   cài đặt nếu cần, rồi chạy kiểm thử

Tùy chọn:
  --port N       cổng đầu tiên được thử, mặc định 8501; cổng bận thì lấy cổng trống kế tiếp
  --no-browser   không tự mở trình duyệt
  --long         chạy cả các kiểm thử lâu (đánh dấu "long")
  -h, --help     in hướng dẫn này

Các tham số khác của "test" được chuyển cho pytest. Nhấn Ctrl+C để dừng."""

NO_ROOM = "ổ đĩa đã đầy (no space left on disk); hãy giải phóng khoảng 1 GB rồi chạy lại"
NO_RIGHT = (
    "không ghi được vào thư mục hoặc tệp đang được dùng (permission denied); hãy đóng bảng điều "
    "khiển đang chạy, kiểm tra quyền ghi rồi chạy lại"
)
NO_VENV = (
    "Python thiếu thành phần venv/ensurepip; trên Debian, Ubuntu hãy cài gói python3-venv "
    "(sudo apt install python3-venv) rồi chạy lại"
)
NO_TRUST = (
    "kết nối bị từ chối vì chứng thư không tin cậy (TLS certificate); hãy hỏi người quản trị mạng "
    "về chứng thư của cơ quan (PIP_CERT)"
)
NO_NETWORK = (
    "không tải được thư viện từ mạng (no network); hãy kiểm tra kết nối, proxy hoặc máy chủ "
    "PIP_INDEX_URL rồi chạy lại"
)
NO_VERSION = (
    "kho thư viện không có bản phù hợp với Python này (no matching version); hãy dùng Python "
    "3.11 đến 3.13 hoặc kiểm tra máy chủ PIP_INDEX_URL"
)
NO_WHEEL = (
    "thư viện không có bản dựng sẵn cho Python này (build failed); hãy dùng Python 3.11 đến 3.13"
)
NO_BROWSER = (
    "kiểm thử cần một trình duyệt (browser); hãy cài Chromium, Chrome hoặc Edge, hoặc đặt biến "
    "PAPI_TEST_BROWSER là đường dẫn tới trình duyệt"
)

# What pip, venv and the system say, by cause. The order decides: a full disk also ends in
# "could not install", a lost network also in "from versions: none".
CAUSES = [
    (
        NO_ROOM,
        ["No space left on device", "Errno 28]", "WinError 112]", "Disk quota exceeded"],
    ),
    (
        NO_RIGHT,
        ["Permission denied", "Errno 13]", "WinError 5]", "WinError 32]", "Read-only file system"],
    ),
    (NO_VENV, ["No module named venv", "No module named ensurepip", "ensurepip is"]),
    (NO_TRUST, ["CERTIFICATE_VERIFY_FAILED", "SSLError"]),
    (
        NO_NETWORK,
        [
            "Temporary failure in name resolution",
            "Name or service not known",
            "nodename nor servname",
            "getaddrinfo failed",
            "NewConnectionError",
            "NameResolutionError",
            "ConnectTimeoutError",
            "ReadTimeoutError",
            "Read timed out",
            "ConnectionResetError",
            "Connection aborted",
            "Connection broken",
            "IncompleteRead",
            "Network is unreachable",
            "Max retries exceeded",
            "ProxyError",
            "Tunnel connection failed",
            "from versions: none",
        ],
    ),
    (NO_VERSION, ["Could not find a version", "No matching distribution"]),
    (
        NO_WHEEL,
        ["Failed building wheel", "Failed to build", "subprocess-exited-with-error"],
    ),
]


class Problem(Exception):
    """Something the person at the machine can put right, told in one line."""

    def __init__(self, message: str, code: int = 1):
        super().__init__(message)
        self.code = code


def say(text: str, end: str = "\n") -> None:
    """Flushed, so that it stands before what the child processes print."""
    print(text, end=end, flush=True)


def main(arguments: list) -> int:
    """Serve, or test; the exit code. No expected failure ends in a traceback."""
    speak_utf8()
    try:
        check_python()
        stop_on_signals()
        return run(arguments)
    except Problem as problem:
        return failed(str(problem), problem.code)
    except OSError as error:
        return failed(cause_of(str(error)) or f"hệ thống báo: {error}")
    except KeyboardInterrupt:
        say("Đã dừng.")
        return 130 if arguments[:1] == ["test"] else 0


def failed(message: str, code: int = 1) -> int:
    print("Lỗi: " + message, file=sys.stderr, flush=True)
    return code


def speak_utf8() -> None:
    """A Windows console or pipe may not take Vietnamese: a "?" is better than a crash."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


def check_python() -> None:
    if tuple(sys.version_info[:2]) < MINIMUM:
        raise Problem(
            "cần Python 3.11 trở lên, máy đang chạy Python {}.{} (Python 3.11 or later is "
            "needed: python.org)".format(*sys.version_info[:2])
        )


def stop_on_signals() -> None:
    """Being ended from outside is Ctrl+C too: the server must not be left behind.

    SIGINT as well: a shell starts background jobs with it ignored. nohup ignores SIGHUP,
    and that is meant.
    """
    for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK"):
        number = getattr(signal, name, None)
        if number and (name == "SIGINT" or signal.getsignal(number) != signal.SIG_IGN):
            signal.signal(number, signal.default_int_handler)


def run(arguments: list) -> int:
    if arguments[:1] == ["test"]:
        if set(arguments) & {"-h", "--help"}:
            return show_help()
        return test(arguments[1:])
    options = read_options(arguments)
    if options.help:
        return show_help()
    return serve(options.port, options.browser)


def show_help() -> int:
    say(HELP)
    return 0


class Options(argparse.ArgumentParser):
    def error(self, message: str) -> None:
        raise Problem(f"không hiểu tham số ({message}); xem: python3 start.py --help", 2)


def read_options(arguments: list) -> argparse.Namespace:
    options = Options(add_help=False, allow_abbrev=False)
    options.add_argument("-h", "--help", action="store_true")
    options.add_argument("--no-browser", dest="browser", action="store_false")
    options.add_argument("--port", type=port_number, default=FIRST_PORT)
    return options.parse_args(arguments)


def port_number(text: str) -> int:
    if not text.isdecimal() or not 0 < int(text) < 65536:
        raise argparse.ArgumentTypeError(f"{text}: cổng là số từ 1 đến 65535")
    return int(text)


# The environment: .venv and the libraries in it


def venv_python() -> Path:
    if os.name == "nt":
        return VENV / "Scripts" / "python.exe"
    return VENV / "bin" / "python"


def child_environment() -> dict:
    """Our environment for children, without what would lead Python astray.

    PIP_* stays, because offices have mirrors. Bytecode is written (the installer leaves
    that to the first import): without it every start would compile the libraries again.
    """
    astray = {"PYTHONPATH", "PYTHONHOME", "PYTHONSAFEPATH", "PYTHONDONTWRITEBYTECODE"}
    astray |= {"VIRTUAL_ENV", "__PYVENV_LAUNCHER__"}
    environment = {name: text for name, text in os.environ.items() if name not in astray}
    environment.update(PYTHONUTF8="1", PIP_USER="0")
    if environment.get("PAPI_STORE"):  # children run in ROOT, the path was meant from here
        environment["PAPI_STORE"] = os.path.abspath(environment["PAPI_STORE"])
    return environment


def ensure_installed(files: list) -> None:
    """The venv with everything from the requirement files; nothing is done twice."""
    if not venv_usable():
        make_venv()
    if not is_installed(files):
        install(files)


@contextlib.contextmanager
def one_at_a_time():
    """A second start waits for the first: each would remove the other's .venv or take its port.

    The lock is on this very file and goes with the process. Where the file system has no
    locks we go on without.
    """
    with open(str(ROOT / "start.py"), "rb") as file:
        if not try_lock(file):
            say("Một lần chạy khác đang cài đặt hoặc khởi động, đang chờ…")
            while not try_lock(file):
                time.sleep(0.5)
        yield


def try_lock(file) -> bool:
    try:
        if os.name == "nt":
            import msvcrt

            file.seek(1 << 30)  # behind the text, which stays readable
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        return error.errno not in (errno.EACCES, errno.EAGAIN, errno.EDEADLK)
    return True


def venv_usable() -> bool:
    """False as well after an interrupted install: pip takes half a package for a whole one."""
    return venv_version() == python_version() and read_stamp() != UNFINISHED


def python_version() -> str:
    return "{}.{} {}".format(*sys.version_info[:2], sysconfig.get_platform())


def venv_version() -> str:
    """What the venv's Python says it is; empty when it is missing or does not start."""
    question = "import pip, sys, sysconfig as c; print('%d.%d' % sys.version_info[:2], "
    question += "c.get_platform())"
    try:
        return quietly([venv_python(), "-c", question])[1].strip()
    except OSError:
        return ""


def make_venv() -> None:
    """Make .venv anew. pip goes in by a command of its own: venv hides why that failed."""
    say("Đang tạo môi trường Python (.venv)…")
    remove_venv()
    # Seen from inside a venv, this is the Python that the venv was made from.
    python = getattr(sys, "_base_executable", None) or sys.executable
    try:
        finish([python, "-m", "venv", "--without-pip", VENV], "không tạo được .venv")
        STAMP.write_text(UNFINISHED, encoding="utf-8")
        finish([venv_python(), "-m", "ensurepip", "--default-pip"], "không tạo được .venv")
    except BaseException:  # Ctrl+C too
        shutil.rmtree(str(VENV), ignore_errors=True)
        raise


def remove_venv() -> None:
    if VENV.is_symlink() or VENV.is_file():
        VENV.unlink()
    elif VENV.exists():
        shutil.rmtree(str(VENV))


def fingerprint(files: list) -> str:
    """One line a requirement file: its name and a hash of its text."""
    lines = []
    for name in files:
        text = (ROOT / name).read_text(encoding="utf-8")  # the same with any line endings
        lines.append(name + " " + hashlib.sha256(text.encode()).hexdigest())
    return "\n".join([python_version()] + lines) + "\n"


def read_stamp() -> str:
    try:
        return STAMP.read_text(encoding="utf-8")
    except OSError:
        return ""


def is_installed(files: list) -> bool:
    """What was installed for the tests holds what running needs."""
    return read_stamp().startswith(fingerprint(files))


def install(files: list) -> None:
    """Install the last of the files, which takes in the others.

    The stamp says unfinished until pip is done, so that a killed install is seen.
    --no-compile saves a third of the time: the first import compiles what is used.
    """
    say("Đang cài đặt thư viện (lần đầu mất vài phút)… ", end="")
    STAMP.write_text(UNFINISHED, encoding="utf-8")
    pip = [venv_python(), "-m", "pip", "install", "--no-input", "--no-compile"]
    pip += ["--disable-pip-version-check", "--progress-bar", "off", "-r", files[-1]]
    try:
        finish(pip, "không cài được thư viện", watch=dot)
    finally:
        say("")
    STAMP.write_text(fingerprint(files), encoding="utf-8")


def dot(line: str) -> None:
    """pip's long silence made bearable: a dot a library."""
    if line.lstrip().startswith(("Collecting", "Downloading", "Installing")):
        say(".", end="")


# Commands and what went wrong with them


def quietly(command: list, watch=None) -> tuple:
    """Run a command; its exit code and everything it printed. It ends when we do."""
    child = subprocess.Popen(
        [str(part) for part in command],
        cwd=str(ROOT),
        env=child_environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    )
    lines = []
    try:
        for line in child.stdout:
            lines.append(line)
            if watch:
                watch(line)
        return child.wait(), "".join(lines)
    finally:
        end(child)


def finish(command: list, otherwise: str, watch=None) -> None:
    """Run a command that has to succeed; otherwise say why it did not."""
    code, output = quietly(command, watch)
    if code == 0:
        return
    cause = cause_of(output)
    if not cause:
        print("\n" + output, file=sys.stderr)
    raise Problem(f"{cause or otherwise} [{last_line(output) or code}]")


def cause_of(output: str) -> str:
    """The sentence for what a failed command printed; empty when nothing is recognised."""
    for sentence, signs in CAUSES:
        if any(sign in output for sign in signs):
            return sentence
    return ""


def last_line(output: str) -> str:
    """The last line that says something: an error before any other, no notices."""
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    lines = [line for line in lines if not line.startswith("[notice]")]
    errors = [line for line in lines if line.startswith(("ERROR:", "OSError:"))]
    return (errors or lines or [""])[-1][:200]


def end(child: subprocess.Popen) -> None:
    """Ask a child to stop, then make it; nothing to do when it has ended."""
    if child.stdout:
        child.stdout.close()
    if child.poll() is not None:
        return
    impatient = signal.signal(signal.SIGINT, signal.SIG_IGN)  # a second Ctrl+C
    child.terminate()
    try:
        child.wait(5)
    except subprocess.TimeoutExpired:
        child.kill()
        child.wait()
    finally:
        signal.signal(signal.SIGINT, impatient)


# Serving


def serve(first_port: int, browser: bool) -> int:
    with one_at_a_time():
        ensure_installed(RUN)
        prepare()
        say("Đang khởi động bảng điều khiển…")
        port = free_port(first_port)
        child = start_server(port)
    address = f"http://{HOST}:{port}"
    try:
        say(f"Bảng điều khiển đã sẵn sàng: {address}\nNhấn Ctrl+C để dừng.")
        if browser and has_desktop():
            open_browser(address)
        return watch(child)
    finally:
        end(child)


def prepare() -> None:
    """The store made or migrated, with the sample data when it is new."""
    command = [str(venv_python()), "-m", "dashboard", "prepare", "--samples"]
    child = subprocess.Popen(
        command, cwd=str(ROOT), env=child_environment(), stderr=subprocess.PIPE
    )
    try:
        errors = child.communicate()[1].decode("utf-8", "replace")
    finally:
        end(child)
    if child.returncode != 0:
        cause = cause_of(errors) or "không chuẩn bị được dữ liệu"
        raise Problem(f"{cause} [{last_line(errors) or child.returncode}]")
    sys.stderr.write(errors)


def start_server(port: int) -> subprocess.Popen:
    """The server, once it answers. Its greetings, in English, are not shown; its errors are."""
    child = subprocess.Popen(
        server_command(str(venv_python()), port),
        cwd=str(ROOT),
        env=child_environment(),
        stdout=subprocess.DEVNULL,
    )
    try:
        if wait_until_ready(child, port):
            return child
        raise Problem("máy chủ không khởi động được (the server did not start)")
    except BaseException:  # Ctrl+C too
        end(child)
        raise


def server_command(python: str, port: int) -> list:
    return [python, "-m", "dashboard.server", "--port", str(port), "--no-browser"]


def free_port(first: int) -> int:
    last = min(first + PORTS_TRIED, 65536) - 1
    for port in range(first, last + 1):
        if is_free(port):
            if port != first:
                say(f"Cổng {first} đang bận, dùng cổng {port}.")
            return port
    raise Problem(f"các cổng {first} đến {last} đều bận (no free port); thử --port")


def is_free(port: int) -> bool:
    """As the server will bind it: on Unix a port just left is free, on Windows REUSE shares."""
    with socket.socket() as trial:
        if os.name != "nt":
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((HOST, port))
        except OSError as error:
            if error.errno in (errno.EMFILE, errno.ENFILE):
                raise
            return False
    return True


def wait_until_ready(child: subprocess.Popen, port: int) -> bool:
    """Wait until the server says it is well, then open its first page as a browser would."""
    address = f"http://{HOST}:{port}"
    deadline = time.monotonic() + SECONDS_TO_ANSWER
    while time.monotonic() < deadline and child.poll() is None:
        if answers(address + "/_stcore/health"):
            return answers(address + "/") and child.poll() is None
        time.sleep(0.1)
    return False


def answers(address: str) -> bool:
    """Straight to this machine: an office's proxy must not come between."""
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with direct.open(address, timeout=30) as answer:
            return answer.status == 200 and bool(answer.read())
    except OSError:
        return False


def watch(child: subprocess.Popen) -> int:
    """Until Ctrl+C. Short sleeps: on Windows a plain wait does not hear Ctrl+C."""
    while child.poll() is None:
        time.sleep(0.2)
    raise Problem(f"máy chủ đã dừng (the server ended, exit code {child.returncode})")


def has_desktop() -> bool:
    """A text terminal, or one reached over ssh, has no window to open."""
    if os.environ.get("SSH_CONNECTION"):
        return False
    if os.name == "nt" or sys.platform == "darwin":
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def open_browser(address: str) -> None:
    """By a process of its own: it may block or chatter without harm."""
    nothing = subprocess.DEVNULL
    command = [str(venv_python()), "-m", "webbrowser", address]
    with contextlib.suppress(OSError):
        subprocess.Popen(
            command, stdin=nothing, stdout=nothing, stderr=nothing, start_new_session=True
        )


# Testing


def test(arguments: list) -> int:
    """Run pytest with everything it needs; its exit code."""
    with one_at_a_time():
        ensure_installed(TEST)
        environment = dict(child_environment(), PAPI_TEST_BROWSER=ensure_browser())
    command = [str(venv_python()), "-m", "pytest"] + pytest_arguments(arguments)
    child = subprocess.Popen(command, cwd=str(ROOT), env=environment)
    try:
        return child.wait()
    except KeyboardInterrupt:  # mostly pytest heard it too, and is stopping its own
        with contextlib.suppress(subprocess.TimeoutExpired):
            child.wait(5)
        raise
    finally:
        end(child)


def pytest_arguments(arguments: list) -> list:
    """--long is ours: without it the tests marked long are left out."""
    if "--long" in arguments:
        return [argument for argument in arguments if argument != "--long"]
    return ["-m", "not long"] + arguments


def ensure_browser() -> str:
    """A browser for the tests, installed if need be; empty means Playwright's own."""
    found = find_browser()
    if found or playwright_has_browser():
        return found
    say("Đang cài trình duyệt cho kiểm thử…")
    found = install_debian_browser()
    if found or quietly([venv_python(), "-m", "playwright", "install", "chromium"])[0] == 0:
        return found
    raise Problem(NO_BROWSER)


def find_browser() -> str:
    """Path of a Chromium, Chrome or Edge on this machine that works; else empty."""
    wanted = os.environ.get("PAPI_TEST_BROWSER")
    if wanted:
        return wanted
    for path in browser_places():
        if os.path.isfile(path) and starts(path):
            return path
    return ""


def browser_places() -> list:
    """Where a browser may be: names on the PATH, then the usual places of each system."""
    names = "chromium chromium-browser google-chrome google-chrome-stable microsoft-edge msedge"
    places = [shutil.which(name) or "" for name in names.split() + ["chrome"]]
    for folder in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"):
        base = Path(os.environ.get(folder) or os.devnull)
        places.append(str(base / "Google" / "Chrome" / "Application" / "chrome.exe"))
        places.append(str(base / "Chromium" / "Application" / "chrome.exe"))
        places.append(str(base / "Microsoft" / "Edge" / "Application" / "msedge.exe"))
    for name in ("Google Chrome", "Chromium", "Microsoft Edge"):
        places.append(f"/Applications/{name}.app/Contents/MacOS/{name}")
    return places


def starts(path: str) -> bool:
    """Whether a browser on Linux is more than Ubuntu's stub; a snap cannot see the tests' files.

    Elsewhere no question is put: on Windows it would open a window.
    """
    if not sys.platform.startswith("linux"):
        return True
    try:
        code, output = quietly([path, "--version"])
    except OSError:
        return False
    return code == 0 and "snap" not in output


def playwright_has_browser() -> bool:
    question = (
        "import os, sys; from playwright.sync_api import sync_playwright as s\n"
        "with s() as p: sys.exit(not os.path.exists(p.chromium.executable_path))"
    )
    return quietly([venv_python(), "-c", question])[0] == 0


def install_debian_browser() -> str:
    """Chromium and a font with Vietnamese from the system, where we may; its path or empty."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0 or not shutil.which("apt-get"):
        return ""
    apt = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-o", "DPkg::Lock::Timeout=60"]
    quietly(apt + ["update"])
    quietly(apt + ["install", "-y", "--no-install-recommends", "chromium", "fonts-noto-core"])
    return find_browser()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
