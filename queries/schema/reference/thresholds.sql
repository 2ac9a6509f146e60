-- What parts shown from hidden, sure from unsure: one row, a column a threshold.
create or replace table threshold as
select
    max(value::double) filter (name = 'min_shown') as min_shown,
    max(value::double) filter (name = 'caution_respondents') as caution_respondents,
    max(value::double) filter (name = 'caution_df') as caution_df,
    max(value::double) filter (name = 'caution_width') as caution_width,
    max(value::double) filter (name = 'confidence') as confidence,
    max(value::double) filter (name = 'significance') as significance,
    max(value::double) filter (name = 'min_grouped') as min_grouped,
    max(value::double) filter (name = 'notable_change') as notable_change,
    max(value::double) filter (name = 'min_tasks_for_share') as min_tasks_for_share,
    max(value::double) filter (name = 'days_ahead')::integer as days_ahead
from read_csv($path, header = true, all_varchar = true);
