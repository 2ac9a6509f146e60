-- Every answer about a name that is near another, the oldest first: the newest of a name holds.
select kind, unit, written, name from name_decision order by decided_at
