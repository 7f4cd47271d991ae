-- A new plan may take an indicator over from an earlier one, whose figures then are its history.
alter table indicators.indicator add column continues text;
comment on column indicators.indicator.continues is 'Plan and code of the indicator that it continues: liepaja-2020-2025/5';
