-- What people said headings mean, by layout: the last word counts.
select layout, heading, field
from column_meaning
qualify row_number() over (partition by layout, heading order by decided_at desc) = 1
