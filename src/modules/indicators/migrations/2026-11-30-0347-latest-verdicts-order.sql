-- Overviews and lists read the latest verdicts only, which are one in some of those that are kept: counted from an
-- index that holds all that is counted, and listed in the order of lists.
create index verdict_latest_tally on indicators.verdict (municipality_id, target_set_id, indicator_id, status, reason, period) where is_latest;
create index verdict_latest_order on indicators.verdict (municipality_id, target_set_id, indicator_position, series_position) include (series_id, indicator_id, period) where is_latest;
create index verdict_latest_gap on indicators.verdict (municipality_id, target_set_id, abs(gap) desc) where is_latest and gap is not null;
