-- What each name that people joined or parted stands for now.
select kind, unit, name, target from name_now order by kind, unit, name
