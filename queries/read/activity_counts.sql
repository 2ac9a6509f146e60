-- Communication held, by channel, month, component or who held it.
-- An activity without a number of times was held once; minutes are those of one time, so an
-- activity counts minutes x times, and only where minutes are written. grouped is '' where the log
-- does not say it.
-- grain: one row per group
-- param: unit VARCHAR required: name of a commune, or of a unit above it
-- param: year INTEGER required: the plan's year
-- param: period VARCHAR optional: 2023-H1 or 2023-Y (the whole year)
-- param: as_of DATE optional: the date looked at (today, at the latest the period's end)
-- param: by channel|month|component|performer optional: what is grouped by (channel)
select
    case coalesce($by, 'channel')
        when 'channel' then a.channel
        when 'month' then strftime(a.held_on, '%Y-%m')
        when 'component' then coalesce(a.component, '')
        when 'performer' then a.performer
    end as grouped,
    count(*) as activities,
    round(sum(coalesce(a.times, 1)), 6)::double as times,
    round(coalesce(sum(a.minutes * coalesce(a.times, 1)), 0), 6)::double as minutes,
    count(a.minutes) as with_minutes,
    round(coalesce(sum(a.people), 0), 6)::double as people,
    count(a.people) as with_people,
    max(a.held_on) as last_held
from logged_activity($unit, $year::integer, $period, $as_of::date) as a
where a.kind = 'Truyền thông' and a.span = 'counted'
group by grouped
order by if(coalesce($by, 'channel') = 'month', 0, count(*)) desc, grouped
