-- The index tree: code, level, name, first and last year.
select code, level, name_vi, first_year, nullif(last_year, 9999) from component order by position
