-- What the plan asks to be told to people, each task beside what the log holds on its component.
-- A task asks that by its words (tuyên truyền, truyền thanh, tờ gấp ...): plans have no column for
-- it. asked_times and asked_per only where the plan writes a number ("02 lần/năm", "Hằng tháng").
-- grain: one row per task
-- param: unit VARCHAR required: name of a commune, or of a unit above it
-- param: year INTEGER required: the plan's year
-- param: period VARCHAR optional: 2023-H1 or 2023-Y (the whole year)
-- param: as_of DATE optional: the date looked at (today, at the latest the period's end)
with
asked as (
    select
        t.*,
        regexp_extract(
            lower(nfc_normalize(t.task || ' ' || t.due_text || ' ' || t.product)),
            '(\d+) *lần */ *(tuần|tháng|quý|năm)', ['times', 'per']
        ) as counted,
        regexp_extract(lower(nfc_normalize(t.due_text)), '^h[ằà]ng (tuần|tháng|quý|năm)', 1) as every
    from task_states($unit, $year::integer, $period, $as_of::date) as t
    where t.state <> 'cancelled' and is_communication(t.task || ' ' || t.product)
)

select
    t.task,
    t.component,
    t.area,
    t.due_text,
    coalesce(try_cast(t.counted.times as integer), if(t.every <> '', 1, null)) as asked_times,
    nullif(coalesce(nullif(t.counted.per, ''), t.every), '') as asked_per,
    t.state,
    count(a.activity_id) as activities,
    round(
        coalesce(sum(coalesce(a.times, 1)) filter (where a.activity_id is not null), 0), 6
    )::double as times,
    count(distinct date_trunc('month', a.held_on)) as months_held,
    date_diff('month', t.starts, t.as_of) + 1 as months,
    max(a.held_on) as last_held,
    u.shown as unit,
    t.task_id
from asked as t
join shown_unit as u on u.unit_id = t.unit
left join component as c on c.code = t.component
left join logged_activity($unit, $year::integer, $period, $as_of::date) as a
    on a.unit = t.unit and a.kind = 'Truyền thông' and a.span = 'counted'
    and serves(a.component, t.component)
group by
    t.task, t.component, t.area, t.due_text, asked_times, asked_per, t.state, t.starts, t.as_of,
    u.shown, t.task_id, c.position, t.row
order by in_order(u.shown) collate vi, c.position nulls last, t.row, t.task_id
