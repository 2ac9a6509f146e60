-- Forget which names stand for which: they are written anew.
delete from joined_name
