-- The communes surveyed in a year by their score, best first, with their group by quartile.
-- by_package: known by the commune's signed package alone, no file of that survey is there.
-- alike: ids of those that it can't be told apart from; places that may be had by both say less.
-- grain: one row per commune
-- param: year INTEGER required: the survey's year
-- param: component VARCHAR optional: code of a component (PAPI)
-- param: parent VARCHAR optional: name of the unit above the communes
-- param: units VARCHAR[] optional: names of communes, or of units above them, ranked among themselves
-- param: among all|shown optional: who counts: every score (all), or those that may be shown
-- param: unseen VARCHAR[] optional: ids of communes whose score would tell a hidden one: hidden too
with
surveyed as (
    select s.unit as unit_id, u.shown as unit, s.estimate, s.std_error, s.df, s.ci_low, s.ci_high,
        s.respondents,
        case
            when s.status in ('ok', 'caution') and list_contains($unseen::varchar[], s.unit)
                then 'hidden_complement'
            else s.status
        end as judged,
        s.import_id is not null as by_package,
        case when coalesce($among, 'all') = 'all' or not is_hidden(judged)
            then s.estimate end as counted
    from commune_score as s
    join shown_unit as u on u.unit_id = s.unit
    where s.year = $year::integer
        and s.component = coalesce($component, 'PAPI')
        and s.level in ('total', 'dimension', 'sub_dimension')
        and (
            $parent is null
            or s.unit in (select b.unit from unit_below as b where b.ancestor = $parent)
        )
        and (
            $units is null
            or s.unit in (
                select b.unit from unit_below as b where b.ancestor = any($units::varchar[])
            )
        )
),

ranked as (
    select
        *,
        case when counted is not null then
            rank() over (order by round(counted, 9) desc nulls last)  -- sums carry noise
        end as rank
    from surveyed
),

-- Two communes are told apart when a t test says so, made stricter for the number of pairs
-- that a commune stands in (Bonferroni). Limits once for each df: of pairs there are many more.
limits as (
    select df, t_limit(h.significance / (k.units - 1), df) as t
    from (
        select distinct a.df + b.df as df
        from (select distinct df from surveyed) as a
        cross join (select distinct df from surveyed) as b
    )
    cross join (select count(counted) as units from surveyed) as k
    cross join threshold as h
    where k.units > 1
),

pairs as (
    select
        a.unit_id,
        b.unit_id as other,
        a.counted < b.counted as is_worse,
        round(a.counted - b.counted, 9) <> 0
        and abs(a.counted - b.counted)
        > l.t * sqrt(a.std_error * a.std_error + b.std_error * b.std_error) as is_clear
    from surveyed as a
    join surveyed as b on b.unit_id <> a.unit_id
    join limits as l on l.df = a.df + b.df
    where a.counted is not null and b.counted is not null
),

told_apart as (
    select
        unit_id,
        count(*) filter (where is_clear and is_worse) as better,
        count(*) filter (where is_clear and not is_worse) as worse,
        list(other order by other) filter (where not is_clear) as alike
    from pairs
    group by unit_id
),

-- A hidden score moves no cut, whoever is ranked.
grouped as (
    select quartile_cuts(case when not is_hidden(judged) then estimate end) as cuts from surveyed
)

select
    r.unit,
    r.estimate,
    r.rank,
    case when r.rank is not null then 1 + coalesce(t.better, 0) end::integer as rank_low,
    case when r.rank is not null
        then count(r.counted) over () - coalesce(t.worse, 0) end::integer as rank_high,
    r.respondents,
    r.judged as status,
    r.unit_id,
    r.std_error,
    r.ci_low,
    r.ci_high,
    case when not is_hidden(r.judged) then quartile_group(r.estimate, g.cuts) end as quartile_group,
    g.cuts[1] as cut_low,
    g.cuts[2] as cut_middle,
    g.cuts[3] as cut_high,
    (
        select coalesce(list(b.ancestor order by b.ancestor), []) from unit_below as b
        where b.unit = r.unit_id and b.ancestor <> r.unit_id
    ) as above,
    coalesce(t.alike, []) as alike,
    r.by_package
from ranked as r
cross join grouped as g
left join told_apart as t using (unit_id)
order by r.rank nulls last, in_order(r.unit) collate vi, r.unit_id
