-- The published scores of two years side by side, and PAPI's own rule for a notable change.
-- The rule is a share of the earlier score, no test: 'higher' or 'lower' from it on, else 'within'. Where the series
-- breaks between the years, or the province was merged with others, nothing is computed
-- ('not_comparable', with the reasons); a score that was withheld, or
-- a component that one of the years did not have, is 'missing'.
-- grain: one row per province and component of the later year
-- param: year_from INTEGER required: 2011 to 2024
-- param: year_to INTEGER required: 2011 to 2024
-- param: province VARCHAR optional: name of a province
with
broken as (
    select c.code as component,
        string_agg(b.reason_vi, '; ' order by b.year, b.component) as reason_vi,
        string_agg(b.reason_en, '; ' order by b.year, b.component) as reason_en
    from component as c
    join series_break as b on b.component in (c.code, '*')
    where b.year > least($year_from::integer, $year_to::integer)
        and b.year <= greatest($year_from::integer, $year_to::integer)
    group by c.code
),

merged as (
    select province, reason_vi, reason_en
    from province_merger
    where year > least($year_from::integer, $year_to::integer)
        and year <= greatest($year_from::integer, $year_to::integer)
),

both_years as (
    select t.province, t.component, f.score as score_from, t.score as score_to,
        b.component is not null or m.province is not null as is_broken,
        nullif(concat_ws('; ', m.reason_vi, b.reason_vi), '') as reason_vi,
        nullif(concat_ws('; ', m.reason_en, b.reason_en), '') as reason_en,
        case when not is_broken then t.score - f.score end as change,
        round(change / f.score, 9) as relative_change  -- 2.1 of 2.0 is 5 %, not a hair less
    from published_component_score as t
    left join published_component_score as f
        on f.year = $year_from::integer and f.province = t.province and f.component = t.component
    left join broken as b on b.component = t.component
    left join merged as m on m.province = t.province
    where t.year = $year_to::integer
)

select
    p.name_vi as province,
    s.component,
    s.score_from,
    s.score_to,
    s.change,
    s.relative_change,
    case
        when s.is_broken then 'not_comparable'
        when s.relative_change is null then 'missing'
        when s.relative_change >= h.notable_change then 'higher'
        when s.relative_change <= -h.notable_change then 'lower'
        else 'within'
    end as rule_5_percent,
    s.reason_vi,
    s.reason_en
from both_years as s
join province as p on p.code = s.province
join component as c on c.code = s.component
cross join threshold as h
where p.code in (from provinces_named($province))
order by p.name_vi collate vi, c.position
