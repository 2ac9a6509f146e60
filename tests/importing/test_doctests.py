"""The examples in the docstrings of the import run."""

import doctest
import importlib
import pkgutil

import pytest

from dashboard import importing

MODULES = [module.name for module in pkgutil.iter_modules(importing.__path__)]


@pytest.mark.parametrize("name", MODULES)
def test_examples(name):
    module = importlib.import_module(f"dashboard.importing.{name}")
    assert doctest.testmod(module).failed == 0


def test_some_module_has_examples():
    sheet = importlib.import_module("dashboard.importing.sheet")
    assert doctest.testmod(sheet).attempted == 3
