-- Every series is judged in its own latest period, which the rule of periods need not name.
alter table indicators.verdict add column is_latest boolean not null default false;
comment on table indicators.verdict is 'How each series stands in each judged period, and in its own latest one, by the newest public figures, kept from judging until they change';
comment on column indicators.verdict.is_latest is 'Whether the period is the one in which the series is judged unless another is asked for';
