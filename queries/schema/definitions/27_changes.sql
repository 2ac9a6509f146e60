-- Two years of the same components side by side.

-- The differences of independent years with their tests.
--   estimates_  the name of a table, or of a part of the statement, that has the columns of
--               component_estimates, of one unit and domain
--   common_     true: the years' estimates are of what both asked, so that all can be compared
-- grain: one row per level and component
create or replace macro component_changes(estimates_, year_from_, year_to_, common_) as table
with
compared as (
    select
        level,
        component,
        f.estimate as estimate_from,
        t.estimate as estimate_to,
        t.estimate - f.estimate as change,
        sqrt(f.std_error * f.std_error + t.std_error * t.std_error) as error,
        case when error is not null then f.df + t.df end as both_df,
        -- rounded: sums of equal parts differ in their last digits
        case when round(change, 9) <> 0 or round(error, 9) > 0
            then t_two_sided(change / error, both_df) end as p_value,
        -- a change is one of the world, not of the questions
        f.content <> t.content and not common_ as is_other,
        coalesce(f.status, 'missing') as status_from,
        coalesce(t.status, 'missing') as status_to,
        coalesce(f.respondents, 0) as respondents_from,
        coalesce(t.respondents, 0) as respondents_to
    from (select * from query_table(estimates_) where year = year_from_) as f
    full join (select * from query_table(estimates_) where year = year_to_) as t
        using (level, component)
),

-- Benjamini-Hochberg over the rows of a level that have a p.
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
    a.level,
    a.component,
    estimate_from,
    estimate_to,
    change,
    error as std_error,
    change - t_limit(round(1 - h.confidence, 9), both_df) * error as ci_low,
    change + t_limit(round(1 - h.confidence, 9), both_df) * error as ci_high,
    both_df::integer as df,
    p_value,
    p_adjusted,
    case
        when change is null then null
        when is_other then 'not_comparable'
        when p_adjusted < h.significance and change > 0 then 'up'
        when p_adjusted < h.significance and change < 0 then 'down'
        else 'unclear'
    end as verdict,
    case
        when change is null then 'missing'
        when is_hidden(status_from) then status_from
        when is_hidden(status_to) then status_to
        when 'caution' in (status_from, status_to) then 'caution'
        else 'ok'
    end as status,
    status_from,
    status_to,
    respondents_from,
    respondents_to
from adjusted as a
cross join threshold as h;
