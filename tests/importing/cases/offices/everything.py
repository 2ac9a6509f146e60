"""Every case of offices."""

from tests.importing.cases.offices import lists, mixed, more_plans, plans, surveys

CASES = (*plans.CASES, *more_plans.CASES, *surveys.CASES, *lists.CASES, *mixed.CASES)
