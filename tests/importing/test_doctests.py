"""The examples in the docstrings of the import run."""

import doctest
import importlib
import pkgutil

import pytest

from dashboard import importing

PACKAGE = pkgutil.walk_packages(importing.__path__, "dashboard.importing.")
MODULES = [module.name for module in PACKAGE if not module.ispkg]


@pytest.mark.parametrize("name", MODULES)
def test_examples(name):
    module = importlib.import_module(name)
    assert doctest.testmod(module).failed == 0


def test_some_module_has_examples():
    sheet = importlib.import_module("dashboard.importing.model.sheet")
    assert doctest.testmod(sheet).attempted == 4
