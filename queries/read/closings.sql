-- The closings of a unit's reporting periods, the newest first.
-- grain: one row per closing
-- param: unit VARCHAR required: name of a commune, or of a unit above it
-- param: period VARCHAR optional: 2023-H1 or 2023-Y
select
    c.period,
    c.closing,
    c.closed_at,
    c.as_of,
    c.fingerprint,
    c.note,
    c.closed_by as "by",
    c.simulated,
    (
        select count(*)
        from closing_figure as f
        where f.unit = c.unit and f.period = c.period and f.closing = c.closing
    ) as figures,
    c.questions
from closing as c
where c.unit = $unit and c.period = coalesce($period, c.period)
order by c.closed_at desc, c.period, c.closing desc
