-- Each village's score against that of the rest of its commune: the difference and its test.
-- The two have no respondent in common, so their errors add up as those of two years do.
-- grain: one row per village, level and component
-- param: unit VARCHAR required: name of the commune
-- param: year INTEGER required: the survey's year
with
compared as (
    select
        s.village as village_id,
        s.level,
        s.component,
        s.estimate,
        r.estimate as rest,
        s.estimate - r.estimate as difference,
        -- where all of one side answer alike its error is unknown, not nought: no test
        case when round(s.std_error, 9) > 0 and round(r.std_error, 9) > 0
            then sqrt(s.std_error * s.std_error + r.std_error * r.std_error) end as error,
        case when error is not null then s.df + r.df end as both_df,
        t_two_sided(difference / error, both_df) as p_value,
        s.status
    from score as s
    left join village_rests($unit, $year::integer) as r
        on r.village = s.village and r.level = s.level and r.component = s.component
    where s.unit = $unit and s.year = $year::integer and s.village <> ''
        and s.level <> 'question_raw'
),

-- Benjamini-Hochberg over all villages and components of a level that have a p.
ranked as (
    select
        *,
        p_value * count(p_value) over (partition by level)
        / count(p_value) over (partition by level order by p_value) as p_scaled
    from compared
),

adjusted as (
    select
        *,
        case when p_value is not null then least(1, min(p_scaled) over (
            partition by level order by p_value desc
        )) end as p_adjusted
    from ranked
)

select
    v.name as village,
    a.level,
    a.component,
    a.estimate,
    a.rest,
    a.difference,
    a.error as std_error,
    a.difference - t_limit(round(1 - h.confidence, 9), a.both_df) * a.error as ci_low,
    a.difference + t_limit(round(1 - h.confidence, 9), a.both_df) * a.error as ci_high,
    a.both_df::integer as df,
    a.p_value,
    a.p_adjusted,
    case
        when a.difference is null then null
        when a.p_adjusted < h.significance and a.difference > 0 then 'above'
        when a.p_adjusted < h.significance and a.difference < 0 then 'below'
        else 'unclear'
    end as verdict,
    a.status
from adjusted as a
join (
    -- their order once a village, not once a row: a name may be as long as a cell
    select unit_id, name, row_number() over (order by in_order(name) collate vi, unit_id) as in_line
    from unit
    where unit_id in (select village_id from adjusted)
) as v on v.unit_id = a.village_id
cross join threshold as h
left join component as c on c.code = a.component
order by v.in_line, level_order(a.level), c.position, a.component
