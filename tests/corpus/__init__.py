"""Layouts drawn at random with their truth, and a judge of how the import reads them.

Whoever wrote the wordings had not seen how headings are read: they are what offices write.
"""
