-- Imports that disagree with what was typed about a task, unanswered: the typed state holds.
-- field: the first that differs; in_file and typed: what each says.
-- grain: one row per task
-- param: unit VARCHAR optional: name of a commune, or of a unit above it
-- param: year INTEGER optional: the plan's year
-- param: import_ids INTEGER[] optional: of these imports only
select
    d.task_id,
    d.task,
    d.field,
    d.progress as file_progress,
    d.done as file_done,
    coalesce(nullif(d.result_year, ''), nullif(d.result_h1, ''), d.note) as file_result,
    d.file as source_file,
    d.sheet as source_sheet,
    d.cell as source_cell,
    d.typed_progress,
    d.typed_done,
    d.written_by,
    d.written_at,
    d.import_id,
    d.row as source_row,
    d.unit as unit_id,
    d.year,
    d.imported_at,
    d.said
from record_disagreement as d
where ($import_ids is null or list_contains($import_ids::integer[], d.import_id))
    and ($year is null or d.year = $year::integer)
    and ($unit is null or d.unit in (select b.unit from unit_below as b where b.ancestor = $unit))
order by d.import_id, d.sheet, d.row, d.task_id
