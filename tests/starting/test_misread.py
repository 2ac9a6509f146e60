"""What is wrong with arguments is said in Vietnamese, and never in argparse's own sentences."""

import argparse
import doctest
import inspect
import re

import pytest

from dashboard import cli
from dashboard.starting import misread

EXPORT = ("export", "report", "--unit", "Xã An", "--out", "a.pdf")


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (("query", "--zzz"), "không có tham số --zzz"),
        (("export", "report"), "còn thiếu --unit, --out"),
        ((), "còn thiếu COMMAND"),
        (("import",), "còn thiếu FILE"),
        (("poem",), 'COMMAND: không có "poem"; chọn một trong: import, check,'),
        ((*EXPORT, "--language", "fr"), '--language: không có "fr"; chọn một trong: vi, en'),
        ((*EXPORT, "--year", "2o23"), '--year: cần một số nguyên, không phải "2o23"'),
        ((*EXPORT, "--year", "it's"), '--year: cần một số nguyên, không phải "it\'s"'),
        ((*EXPORT, "--period"), "--period: cần một giá trị theo sau"),
        ((*EXPORT, "--f", "2022"), "--f có thể là --from, --figures"),
        (("query", "--list=có"), '--list: không nhận giá trị "có"'),
        (("serve", "--port", "x"), "--port: x: cổng là số từ 1 đến 65535"),
        (("query", "--format", "a\nb"), '--format: không có "a\\nb"'),
    ],
)
def test_each_is_one_line_of_ours(given, said, capsys):
    with pytest.raises(SystemExit) as left:
        cli.main(given)
    told = capsys.readouterr()
    assert left.value.code == 2 and told.out == ""
    assert len(told.err.splitlines()) == 1 and said in told.err, told.err


# What argparse says of arguments; all else that it has words for is said to who writes a parser.
_OF_ARGUMENTS = (
    "expected one argument",
    "expected at least one argument",
    "expected at most one argument",
    "expected %s argument",
    "expected %s arguments",
    "unrecognized arguments: %s",
    "not allowed with argument %s",
    "ignored explicit argument %r",
    "the following arguments are required: %s",
    "one of the arguments %s is required",
    "ambiguous option: %(option)s could match %(matches)s",
    "invalid %(type)s value: %(value)r",
    "invalid choice: %(value)r (choose from %(choices)s)",
)
_HOLES = {"option": "--f", "matches": "--from, --figures", "type": "float", "value": "x"}
_HOLES |= {"choices": "'vi', 'en'"}


def test_no_sentence_of_argparse_is_left_in_english():
    """Each of them filled in as argparse does; its source still has them all, word for word."""
    source = inspect.getsource(argparse)
    for theirs in _OF_ARGUMENTS:
        assert theirs in source
        given = _HOLES if "%(" in theirs else (2,) * len(re.findall("%[sr]", theirs))
        said = misread.told(f"argument --x: {theirs % given}")
        assert said.startswith("--x: ") and not re.search(r"argument|invalid|choose|option", said)


def test_our_own_refusals_stay_as_they_are():
    assert misread.told("argument --host: chỉ máy này") == "--host: chỉ máy này"
    assert doctest.testmod(misread).failed == 0
