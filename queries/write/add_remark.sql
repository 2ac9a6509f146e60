-- Write down what somebody typed about a subject.
-- param: remark_id VARCHAR required: a new id
-- param: unit VARCHAR required: unit_id
-- param: year INTEGER required: the plan's year
-- param: subject_kind VARCHAR required: what it is about: task
-- param: subject VARCHAR required: its id
-- param: remark VARCHAR required: the text
insert into remark
values ($remark_id, $unit, $year, $subject_kind, $subject, $remark, now()::timestamp)
