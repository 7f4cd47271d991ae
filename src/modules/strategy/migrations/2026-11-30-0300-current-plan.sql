-- The plan's own dates are told to the set of targets that is judged by it.
alter table indicators.target_set no force row level security;
alter table strategy.strategy no force row level security;
update indicators.target_set s set starts_on = p.starts_on, is_decided = p.version in ('adopted', 'amended')
  from strategy.strategy p where p.municipality_id = s.municipality_id and p.key = s.key;
alter table strategy.strategy force row level security;
alter table indicators.target_set force row level security;
