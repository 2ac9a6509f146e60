-- Every question known, the newest year of each code first.
select unit, year, code, component, text, low, high, reversed, coding
from current_question
order by year desc, unit, code
