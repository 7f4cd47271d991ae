-- A target may be a range: at least `value` and at most `value_to`.
alter table indicators.target add column value_to numeric;
alter table indicators.target drop constraint target_kind_check;
alter table indicators.target add constraint target_kind_check
  check (kind in ('absolute', 'range', 'relative', 'trend', 'exists', 'firstMeasurement', 'none'));
alter table indicators.target drop constraint target_check;
alter table indicators.target add constraint target_check
  check ((kind in ('absolute', 'range', 'relative')) = (value is not null));
alter table indicators.target add constraint target_range_check
  check ((kind = 'range') = (value_to is not null) and (value_to is null or value_to > value));
comment on column indicators.target.value_to is 'Upper end of a range, of which value is the lower';
