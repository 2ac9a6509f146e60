-- The index tree of each year with its scales, and what every statement on scores shares.

-- Every sub-dimension with its dimension, and the scale that makes a dimension run from 1 to 10
-- (docs/method.md: lo = 1/k, hi = 10/k).
-- grain: one row per year and sub-dimension
create or replace view scale as
with part as (
    select y.year, s.code as component, s.parent as dimension
    from (select unnest(range(2011, 2101))::integer as year) as y
    join component as s
        on s.level = 'sub_dimension' and y.year between s.first_year and s.last_year
)

select year, component, dimension, low, high
from part
join (
    select year, dimension, 1.0 / count(*) as low, 10.0 / count(*) as high
    from part
    group by year, dimension
) using (year, dimension);

-- Where a component stands in a list: the tree's order, then questions by their code.
create or replace macro level_order(level) as list_position(
    ['total', 'dimension', 'sub_dimension', 'question', 'question_raw'], level
);

create or replace macro is_hidden(status) as starts_with(status, 'hidden');

-- A sum that is the same to the last digit in whatever order threads add its terms: a sum of
-- doubles is not. Terms are taken to 1e-14, so they should not be much smaller than 1.
create or replace macro exact_sum(term) as sum(term::decimal(38, 14))::double;

-- For millions of terms, where decimals take too long: a number to the nearest multiple of 2^-38
-- (4e-12). Doubles add such without an error, and so in any order, up to a sum of 2^15; whole
-- numbers up to 2^53. (Between 2^14 and 2^15 doubles are multiples of 2^-38.)
create or replace macro on_grid(term) as term + 24576::double - 24576::double;
