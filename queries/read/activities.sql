-- The log of communication and supervision, row by row, with what each reaches and how a finding stands.
-- span says whether an activity lies within the days looked at (counted) or before or after them.
-- grain: one row per activity
-- param: unit VARCHAR required: name of a commune, or of a unit above it
-- param: year INTEGER required: the plan's year
-- param: period VARCHAR optional: 2023-H1 or 2023-Y (the whole year)
-- param: as_of DATE optional: the date looked at (today, at the latest the period's end)
with
places as (
    select
        p.unit,
        p.activity_id,
        string_agg(distinct v.name, '; ' order by v.name) as villages,
        string_agg(distinct p.piece, '; ' order by p.piece) filter (where p.village is null) as unknown_area
    from activity_place($unit, $year::integer, $period, $as_of::date) as p
    left join current_unit as v on v.unit_id = p.village
    group by p.unit, p.activity_id
)

select
    a.held_on,
    a.kind,
    a.channel,
    a.subject,
    a.component,
    a.area,
    a.whole_unit,
    coalesce(p.villages, '') as villages,
    coalesce(p.unknown_area, '') as unknown_area,
    a.minutes,
    a.times,
    a.people,
    a.performer,
    a.finding,
    a.remedy,
    case when a.finding <> '' then remedy_state(a.remedy) end as remedy_state,
    case when a.finding <> '' and remedy_state(a.remedy) <> 'remedied'
        then (a.as_of - a.held_on)::integer
    end as days_open,
    case when a.finding <> '' and remedy_state(a.remedy) = 'remedied'
        then written_day(a.remedy)
    end as remedied_on,
    a.span,
    u.shown as unit,
    i.file as source_file,
    a.sheet as source_sheet,
    a.row as source_row,
    a.activity_id
from logged_activity($unit, $year::integer, $period, $as_of::date) as a
join shown_unit as u on u.unit_id = a.unit
join import_log as i on i.import_id = a.import_id
left join places as p on p.unit = a.unit and p.activity_id = a.activity_id
order by in_order(u.shown) collate vi, a.held_on, i.file, a.sheet, a.row, a.activity_id
