"""What is said when something fails: one line that names the cause, and never a traceback."""

import errno
import sys

import pytest

from dashboard.starting import failures
from dashboard.starting.failures import TEXTS, Failure, cause_of, guarded, last_line
from dashboard.starting.processes import finish
from tests.starting.helpers import only_line, raising


@pytest.mark.parametrize(
    "output, cause",
    [
        (
            "WARNING: Retrying after connection broken by 'NewConnectionError(': Failed to "
            "establish a new connection: [Errno -3] Temporary failure in name resolution')'\n"
            "ERROR: Could not find a version that satisfies the requirement streamlit==1.67.0 "
            "(from versions: none)\nERROR: No matching distribution found for streamlit==1.67.0",
            "no_network",
        ),
        ("socket.gaierror: [Errno 11001] getaddrinfo failed", "no_network"),
        ("ProxyError('Cannot connect to proxy.', OSError('407'))", "no_network"),
        ("pip._vendor.urllib3.exceptions.ReadTimeoutError: Read timed out.", "no_network"),
        ("SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED]", "no_trust"),
        (
            "ERROR: Could not install packages due to an OSError: [Errno 28] No space left on "
            "device",
            "no_room",
        ),
        ("OSError: [WinError 112] Không đủ dung lượng", "no_room"),
        ("PermissionError: [WinError 5] Access is denied: 'pyarrow.dll'", "no_right"),
        ("Error: [Errno 30] Read-only file system: '.venv'", "no_right"),
        (
            "The virtual environment was not created successfully because ensurepip is not "
            "available.",
            "no_venv",
        ),
        ("/usr/bin/python3: No module named venv", "no_venv"),
        ("/tmp/x/.venv/bin/python: No module named ensurepip", "no_venv"),
        ("/tmp/x/bin/python: No module named pip", "no_pip"),
        (
            "ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.",
            "no_match",
        ),
        (
            "ERROR: Could not find a version that satisfies the requirement pandas==99.0 "
            "(from versions: 3.1.0, 3.1.1)",
            "no_version",
        ),
        ("error: subprocess-exited-with-error\nFailed to build pandas", "no_wheel"),
        ("something else", ""),
    ],
)
def test_a_cause_is_recognised(output, cause):
    assert cause_of(output) == cause
    assert failures.sentence_of(output) == (TEXTS[f"starting.cause.{cause}"] if cause else "")


def test_the_last_line_that_says_something_is_an_error():
    output = "Collecting a\nERROR: one\nERROR: two \n\n[notice] A new release of pip\nbye\n"
    assert last_line(output) == "ERROR: two"
    assert last_line("a\nb\n[notice] c\n") == "b"
    assert last_line("") == ""


@pytest.mark.parametrize(
    "error, sentence",
    [
        (OSError(errno.ENOSPC, "No space left on device"), TEXTS["starting.cause.no_room"]),
        (
            PermissionError(errno.EACCES, "Permission denied", ".venv"),
            TEXTS["starting.cause.no_right"],
        ),
        (OSError(errno.EIO, "I/O error"), "I/O error"),
    ],
)
def test_what_the_system_refuses_is_one_line(error, sentence, capsys):
    assert guarded(raising(error)) == 1
    assert sentence in only_line(capsys)


def test_a_failure_is_one_line_and_its_exit_code(capsys):
    assert guarded(raising(Failure("không được", 3))) == 3
    assert only_line(capsys) == "Lỗi: không được\n"


def test_ctrl_c_leaves_no_traceback(capsys):
    assert guarded(raising(KeyboardInterrupt())) == 0
    assert guarded(raising(KeyboardInterrupt()), interrupted=130) == 130
    out, err = capsys.readouterr()
    assert "Đã dừng." in out and err == ""


def test_a_failed_command_nobody_recognises_shows_what_it_printed(capsys):
    with pytest.raises(Failure, match=r"không cài được \[second\]"):
        finish([sys.executable, "-c", "print('first\\nsecond'); exit(3)"], "không cài được")
    assert "first\nsecond" in capsys.readouterr().err
