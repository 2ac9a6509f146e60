-- Due dates that were moved from one import to the next.
--
-- A move is a version of a task with another due date (or none any more) than the version
-- before it, in the order of the imports that stand. It came after the former date had passed
-- when the file with the new date was imported later than that day (in Việt Nam), and neither
-- version says that the task was done by then. The day of the import is all that is known of
-- when a change was made: files that are loaded long after the fact are judged by it too, so
-- the pages say when the file was imported. The date looked at (as_of) plays no part.
create or replace view due_move as
with versions as (
    select
        t.task_id,
        t.import_id,
        t.due,
        t.done,
        (i.imported_at + interval 7 hours)::date as imported_on
    from joined_task as t
    join standing_import as i using (import_id)
    qualify row_number() over (partition by t.task_id, t.import_id order by (t.report, t.row, t.sheet) desc) = 1
),

beside as (
    select
        *,
        lag(due) over (partition by task_id order by import_id) as former_due,
        lag(done) over (partition by task_id order by import_id) as former_done
    from versions
)

select
    task_id,
    import_id,
    former_due,
    due,
    imported_on as moved_on,
    former_due < imported_on
    and not coalesce(former_done <= former_due, false)
    and not coalesce(done <= former_due, false) as is_after_due
from beside
where former_due is not null and due is distinct from former_due;

-- Each task that was moved: its first due date, how often it was moved, and of the last move
-- after the date had passed (else the last move) the former date and the day of the import.
create or replace view due_moved as
select
    task_id,
    arg_min(former_due, import_id) as first_due,
    count(*) as due_moves,
    bool_or(is_after_due) as moved_after_due,
    arg_max(former_due, (is_after_due, import_id)) as former_due,
    arg_max(moved_on, (is_after_due, import_id)) as due_moved_on
from due_move
group by task_id;
