-- Years from which a component can't be compared with earlier ones ('*': every component).
-- grain: one row per component and year
select component, year, reason_vi, reason_en
from series_break
order by year, component
