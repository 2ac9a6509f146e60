-- Logs of communication and supervision: in which span of a plan's year an activity falls, which
-- villages it reaches, and what is said of a finding's remedy.

-- The places that an area names: "Thôn Bắc; Hạ và Đoài" are three. What stands in brackets tells
-- of a part of them.
create or replace macro area_pieces(area) as list_filter(
    list_transform(
        regexp_split_to_array(
            regexp_replace(nfc_normalize(area), '\([^)]*\)', '', 'g'), '\s*[;,\n\r]+\s*|\s+và\s+'
        ),
        lambda piece: trim(regexp_replace(piece, '^\s*[Cc]ác\s+([^\s:]+)(?:\s*:\s*|\s+)(\S)', '\1 \2'), ' .:-')
    ),
    lambda piece: piece <> ''
);

-- Is a piece of an area the whole unit: "Toàn xã", "các thôn trong xã", "100% thôn", "8/8 thôn"?
create or replace macro is_whole_area(piece) as list_transform(
    [fold(piece)],
    lambda said:
        regexp_matches(
            said,
            '^(tren |trong )?(toan bo |toan the |toan |ca )?(dia ban )?(toan )?'
            || '(xa|phuong|thi tran|dac khu|huyen|dia ban)$'
        )
        or regexp_matches(
            said,
            '^(cac |tat ca cac |toan bo cac |toan bo |tat ca |100% (so |cac )?)'
            || '(thon|to dan pho|xom|ap|khu pho|ban)$'
        )
        or regexp_matches(
            said,
            '(thon|to dan pho|xom|ap|khu pho|ban) (trong|tren dia ban)( toan)? (xa|phuong|thi tran)$'
        )
        or coalesce(
            nullif(regexp_extract(said, '^(\d+)/(\d+) (thon|to dan pho|xom|ap|khu pho|ban)', 1), '')
            = regexp_extract(said, '^(\d+)/(\d+) (thon|to dan pho|xom|ap|khu pho|ban)', 2),
            false
        )
)[1];

-- Whether a finding is remedied by what stands in its column of remedies: remedied, open (it says
-- that it is not, or under way, or nothing at all), unsaid (a proposal: it says neither).
create or replace macro remedy_state(remedy) as list_transform(
    [fold(remedy)],
    lambda said: case
        when said = '' or regexp_matches(
            said, '\b(chua|dang|chua duoc|khong khac phuc|mot phan|co ban|con lai|tiep tuc)\b'
        ) then 'open'
        when regexp_matches(
            said, '\b(da|duoc|xong) ?(duoc )?(khac phuc|xu ly|giai quyet|sua|hoan thanh|bo sung|chan chinh|thuc hien|xong)'
        ) or regexp_matches(said, '^(hoan thanh|xong|khac phuc xong|xu ly xong)\b') then 'remedied'
        else 'unsaid'
    end
)[1];

-- Every activity of a unit (or of the communes below it) in a plan's year. period_ and as_of_ as
-- in task_states. span: counted, or before or after the days looked at.
create or replace macro logged_activity(unit_, year_, period_, as_of_) as table
select
    a.*,
    case
        when a.held_on < p.starts then 'before'
        when a.held_on > coalesce(as_of_, least(current_date, p.ends)) then 'after'
        else 'counted'
    end as span,
    p.starts,
    coalesce(as_of_, least(current_date, p.ends)) as as_of,
    len(list_filter(area_pieces(a.area), lambda piece: is_whole_area(piece))) > 0 as whole_unit
from current_activity as a
join period as p on p.period = coalesce(period_, year_ || '-Y') and p.year = year_
where a.year = year_
    and a.unit in (select b.unit from unit_below as b where b.ancestor = unit_);

-- The places that activities name, each with the village of its commune that it stands for
-- (NULL: nobody bears that name); of spellings the nearest.
create or replace macro activity_place(unit_, year_, period_, as_of_) as table
with
named as (
    select a.unit, a.activity_id, a.held_on, a.kind, a.span, unnest(area_pieces(a.area)) as piece
    from logged_activity(unit_, year_, period_, as_of_) as a
    where not a.whole_unit
),

villages as (
    select v.standing as village, v.parent_id as unit, v.name, place_name(v.name, k.prefixes) as own
    from every_unit as v
    join place_prefix as k on k.tier = 'village'
    where v.level = 'village'
)

select n.unit, n.activity_id, n.held_on, n.kind, n.span, n.piece, v.village
from (
    select n.*, place_name(n.piece, k.prefixes) as asked
    from named as n
    join place_prefix as k on k.tier = 'village'
) as n
left join villages as v on v.unit = n.unit and is_alike(v.own, n.asked)
qualify row_number() over (
    partition by n.unit, n.activity_id, n.piece order by likeness(v.name, n.piece) desc, v.village
) = 1;

-- Does a task ask that people be told something? By its words: plans have no column for that.
create or replace macro is_communication(said) as regexp_matches(
    lower(nfc_normalize(said)),
    'tuyên truyền|truyền thông|truyền thanh|phát thanh|tờ gấp|tờ rơi|pa nô|pano|băng rôn'
    || '|phổ biến pháp luật|phổ biến, giáo dục|tin, bài|tin bài'
);

-- The last date that a text writes in full ("đã khắc phục ngày 12/5/2023"), NULL without one.
create or replace macro written_day(said) as try_strptime(
    regexp_extract_all(said, '\d{1,2}/\d{1,2}/\d{4}')[-1], '%d/%m/%Y'
)::date;
