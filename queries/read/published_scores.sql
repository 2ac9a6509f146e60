-- The published index of the 63 provinces in a year: each one's rank and group by quartile.
-- grain: one row per province and component
-- param: year INTEGER required: 2011 to 2024
-- param: province VARCHAR optional: name of a province
with
scored as (
    select * from published_component_score where year = $year::integer
),

-- Of the provinces with a score: what a withheld one would have is not known.
country as (
    select component, quartile_cuts(score) as cuts, median(score) as median,
        count(score) as provinces
    from scored
    group by component
)

select
    p.name_vi as province,
    s.component,
    s.score,
    s.rank,
    quartile_group(s.score, n.cuts) as quartile_group,
    n.cuts[1] as cut_low,
    n.cuts[2] as cut_middle,
    n.cuts[3] as cut_high,
    n.median,
    n.provinces
from scored as s
join country as n using (component)
join province as p on p.code = s.province
join component as c on c.code = s.component
where p.code in (from provinces_named($province))
order by c.position, s.rank nulls last, p.name_vi collate vi
