-- Forget units and villages that no row names any more.
delete from unit
where unit_id not in (
    with recursive named (unit_id) as (
        (
            select unit from respondent
            union select village from respondent
            union select unit from population
            union select village from population
            union select unit from question
            union select unit from task
            union select village from task_village
            union select unit from activity
            union select unit_id from unit_row where row > 0
            union select unit from remark
            union select subject from remark where subject_kind = 'village'
            union select unit from progress_record
            union select unit from decision_record
            union select unit from closing
            union select target from joined_name where kind <> 'official'
        )
        union
        select u.parent_id
        from named as n
        join current_unit as u using (unit_id)
        where u.parent_id is not null
    )
    select unit_id from named
)
