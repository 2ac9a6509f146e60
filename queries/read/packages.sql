-- The signed packages that were imported, newest first, and what of each counts here.
-- survey, tasks: package (its figures count), files (files of that year are there and win), other
-- (another package holds), '' (it has none).
-- grain: one row per import of a package that stands
-- param: unit VARCHAR optional: name of a commune, or of a unit above it (every unit)
-- param: period VARCHAR optional: 2023-H1 or 2023-Y (every period)
select
    u.shown as unit,
    p.year,
    p.period,
    p.closing,
    p.as_of,
    p.fingerprint,
    p.made_at,
    i.imported_at,
    case
        when not exists (from package_score as s where s.import_id = p.import_id) then ''
        when exists (
            from score as r
            where r.unit = p.unit and r.year = p.year and r.village = '' and r.level = 'total'
        ) then 'files'
        when exists (
            from package_only_score as s where s.import_id = p.import_id and s.year = p.year
        ) then 'package'
        else 'other'
    end as survey,
    case
        when not exists (from package_completion as c where c.import_id = p.import_id) then ''
        when p.unit in (select f.unit from filed_plan as f where f.year = p.year) then 'files'
        when exists (from current_package as c where c.import_id = p.import_id) then 'package'
        else 'other'
    end as tasks,
    i.simulated,
    i.file,
    p.program,
    p.public_key,
    (select count(*) from package_figure as f where f.import_id = p.import_id) as figures,
    p.import_id,
    p.unit as unit_id
from standing_package as p
join import_log as i using (import_id)
join shown_unit as u on u.unit_id = p.unit
where ($unit is null or p.unit in (select b.unit from unit_below as b where b.ancestor = $unit))
    and p.period = coalesce($period, p.period)
order by i.imported_at desc, p.import_id desc
