-- Write down that a period was closed; its figures are in closing_figure.
-- param: unit VARCHAR required: unit_id
-- param: year INTEGER required: of the period
-- param: period VARCHAR required: its name
-- param: closing INTEGER required: its number among those of the period
-- param: as_of DATE required: the date at which everything was judged
-- param: fingerprint VARCHAR required: of the figures
-- param: note VARCHAR required: what was said of it
-- param: closed_by VARCHAR required: who closed it, a position
-- param: simulated BOOLEAN required: whether simulated data are among what it draws on
-- param: questions VARCHAR[] required: the queries whose answers it holds
insert into closing
values (
    $unit, $year, $period, $closing, now()::timestamp, $as_of::date, $fingerprint, $note,
    $closed_by, $simulated, $questions
)
