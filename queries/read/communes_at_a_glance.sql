-- The communes of a unit side by side: the total of two years with the verdict of its change, and
-- the newest closing of a period.
-- A commune stands there without data too, if it is one in the later year. by_package: its scores of
-- these years are, one at least, those of its signed package, for want of files.
-- grain: one row per commune
-- param: unit VARCHAR required: name of a commune, or of a unit above it
-- param: year_from INTEGER required: the earlier year
-- param: year_to INTEGER required: the later year
-- param: period VARCHAR optional: 2023-H1 or 2023-Y (the whole later year)
with
known as (
    select unit from current_respondent
    where year in ($year_from::integer, $year_to::integer)
    union
    select unit from current_task
    where year = $year_to::integer
    union
    select unit from standing_package
    where year in ($year_from::integer, $year_to::integer)
),

communes as (
    select u.unit_id, n.shown as unit, p.shown as parent
    from unit_below as b
    join current_unit as u on u.unit_id = b.unit and u.level = 'commune'
    join shown_unit as n on n.unit_id = u.unit_id
    left join shown_unit as p on p.unit_id = u.parent_id
    where b.ancestor = $unit
        and (
            u.unit_id in (select k.unit from known as k)
            or (
                coalesce(u.valid_from <= make_date($year_to::integer, 12, 31), true)
                and coalesce(u.valid_to >= make_date($year_to::integer, 1, 1), true)
            )
        )
),

-- A commune stands in the place of the level: the changes of each are a family of their own.
totals as materialized (
    select s.year, s.unit as level, s.component, s.estimate, s.std_error, s.df, s.respondents,
        s.status, s.import_id is not null as by_package,
        -- of a package the same in both years where the commune's own surveys can be compared
        case when s.import_id is null then s.content
            when s.import_id in (
                select c.import_id from package_change as c
                where c.year_from = $year_from::integer and c.year_to = $year_to::integer
                    and c.is_comparable
            ) then hash(s.import_id)
            else hash(s.import_id, s.year) end as content
    from commune_score as s
    where s.level = 'total'
        and s.year in ($year_from::integer, $year_to::integer)
        and s.unit in (select c.unit_id from communes as c)
),

-- Here, or by the commune itself, which its package tells: to the second, so that the same
-- closing is one.
closed as (
    select unit, count(*) as closings, max(closed_at) as closed_at,
        arg_max(fingerprint, (closed_at, closing)) as fingerprint
    from (
        select unit, period, closing, date_trunc('second', closed_at) as closed_at, fingerprint
        from closing
        union
        select unit, period, closing, date_trunc('second', made_at), fingerprint
        from standing_package
        where closing is not null
    )
    where period = coalesce($period, $year_to::integer || '-Y')
    group by unit
)

select
    c.unit,
    c.parent,
    d.estimate_from,
    d.estimate_to,
    d.change,
    d.p_value,
    d.p_adjusted,
    d.verdict,
    coalesce(d.status, 'missing') as status,
    coalesce(d.status_from, 'missing') as status_from,
    coalesce(d.status_to, 'missing') as status_to,
    coalesce(d.respondents_from, 0) as respondents_from,
    coalesce(d.respondents_to, 0) as respondents_to,
    coalesce(s.closings, 0) as closings,
    s.closed_at,
    s.fingerprint,
    c.unit_id,
    c.unit_id in (select t.level from totals as t where t.by_package) as by_package
from communes as c
left join component_changes('totals', $year_from::integer, $year_to::integer, false) as d
    on d.level = c.unit_id
left join closed as s on s.unit = c.unit_id
order by in_order(c.unit) collate vi, c.unit_id
