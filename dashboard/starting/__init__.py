"""Installing, serving, checking and packing the program.

failures, processes, locking, arguments and environment are what start.py uses before anything is
installed: they need the standard library alone.
"""
