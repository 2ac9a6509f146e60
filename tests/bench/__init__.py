"""How fast the import is: python -m tests.bench (README, Operating it)."""
