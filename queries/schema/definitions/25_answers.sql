-- Every answer to one question with the weight it has in the scores: the adults of
-- the village over all its respondents of the year; 1 where a surveyed village has no adults.
create or replace macro answers_of(unit_, year_, question_) as table
with
respondents as (
    select
        r.*,
        p.adults,
        count(*) over (partition by r.unit, r.village) as village_respondents,
        bool_and(p.adults is not null) over () as has_adults
    from current_respondent as r
    join unit_below as b on b.unit = r.unit
    left join current_population as p
        on p.unit = r.unit and p.year = r.year and p.village = r.village
    where b.ancestor = unit_ and r.year = year_
),

asked as (
    select unit, component, low, high, reversed
    from current_question
    where year = year_ and code = question_
)

select
    r.unit,
    r.village,
    v.name as village_name,
    r.adults,
    r.village_respondents,
    if(r.has_adults, r.adults / r.village_respondents, 1.0) as weight,
    r.has_adults,
    a.value,
    a.missing,
    if(q.reversed, s.high, s.low)
    + if(q.reversed, -1, 1) * (s.high - s.low) * (a.value - q.low) / (q.high - q.low) as scaled,
    r.import_id,
    r.sheet,
    r.row
from respondents as r
join unit as v on v.unit_id = r.village
join asked as q on q.unit = r.unit
join sub_dimension_scale as s on s.year = year_ and s.component = q.component
left join answer as a
    on a.import_id = r.import_id and a.unit = r.written_unit and a.year = r.year and a.form = r.form
    and a.question = question_ and a.year = year_;
