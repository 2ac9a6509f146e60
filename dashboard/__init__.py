"""The PAPI dashboard: office spreadsheets in, answers for a meeting out."""
