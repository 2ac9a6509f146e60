"""The PAPI dashboard: office spreadsheets in, answers for a meeting out."""

__version__ = "0.1.0"
