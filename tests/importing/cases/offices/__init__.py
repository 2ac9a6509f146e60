"""Workbooks as clerks, statisticians and other people's systems have them, with what they mean."""
