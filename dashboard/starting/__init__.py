"""Installing, serving, checking and packing the program.

failures, processes, turns, arguments and environment are what start.py uses before anything is
installed: they need the standard library alone.
"""
