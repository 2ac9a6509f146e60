"""What documents say: answers of readings, as parts whose printed figures are all in one frozen
state. Writers (dashboard/documents) set what is made here."""
