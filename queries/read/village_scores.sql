-- The score of every component in each village of a commune in a year.
-- grain: one row per village, level and component
-- param: unit VARCHAR required: name of the commune
-- param: year INTEGER required: the survey's year
with
-- The order of the villages, once a village: a name may be as long as a cell.
place as (
    select
        unit_id,
        name,
        row_number() over (order by name, unit_id) as by_letters,
        row_number() over (order by in_order(name) collate vi, unit_id) as in_line
    from unit
    where level = 'village'
        and unit_id in (
            select village from score where unit = $unit and year = $year::integer
        )
),

scored as (
    select
        v.in_line,
        s.village as village_id,
        s.level,
        s.component,
        s.estimate,
        s.std_error,
        s.respondents,
        s.status,
        s.ci_low,
        s.ci_high,
        count(*) filter (where is_hidden(s.status)) over same_component as hidden,
        row_number() over (
            partition by s.level, s.component, is_hidden(s.status) or s.estimate is null
            order by s.respondents, v.by_letters
        ) as smallest
    from score as s
    join place as v on v.unit_id = s.village
    where s.unit = $unit and s.year = $year::integer and s.village <> ''
    window same_component as (partition by s.level, s.component)
)

-- One hidden village alone could be worked out from the commune's score and the others:
-- the next smallest is then hidden too.
select
    v.name as village,
    s.level,
    s.component,
    estimate,
    std_error,
    respondents,
    case
        when hidden = 1 and smallest = 1 and status in ('ok', 'caution') then 'hidden_complement'
        else status
    end as status,
    ci_low,
    ci_high
from scored as s
join place as v on v.unit_id = s.village_id
left join component as c on c.code = s.component
order by s.in_line, level_order(s.level), c.position, in_order(s.component)
