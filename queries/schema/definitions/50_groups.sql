-- Four groups by quartile, as PAPI makes its maps: for each component alone, cut at the linear
-- percentiles of the scores there are; a score equal to a cut belongs to the group above, so
-- that equal scores are never parted. Who has no score is in no group and moves no cut.

-- The three cuts of the scores of a component, lowest first; NULL of few scores, where a group
-- would be one or two units. An aggregate.
create or replace macro quartile_cuts(score) as case
    when count(score) >= (select min_grouped from threshold) then list_transform(
        quantile_cont(round(score, 9), [0.25, 0.5, 0.75]),  -- sums carry noise
        lambda cut: round(cut, 9)
    )
end;

create or replace macro quartile_group(score, cuts) as case
    when score is null or cuts is null then null
    when round(score, 9) >= cuts[3] then 'high'
    when round(score, 9) >= cuts[2] then 'medium_high'
    when round(score, 9) >= cuts[1] then 'medium_low'
    else 'low'
end;
