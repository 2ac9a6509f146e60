"""Signed packages: a commune's closed figures on their way to the unit above, without a network."""
