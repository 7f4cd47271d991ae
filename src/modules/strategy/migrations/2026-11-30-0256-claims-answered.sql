-- A claim is answered by the figure that it speaks of. Where there is none, the nearest ones are named as such.
alter table strategy.claim drop constraint claim_kind_check;
alter table strategy.claim add constraint claim_kind_check
  check (kind in ('trend', 'sumTrend', 'count', 'sum', 'share', 'order', 'ranking'));
alter table strategy.claim drop constraint claim_direction_check;
alter table strategy.claim add constraint claim_direction_check
  check (direction in ('up', 'down', 'same', 'notUp', 'notDown', 'before', 'after', 'highest', 'lowest'));
alter table strategy.claim add column survey text;
alter table strategy.claim add column related jsonb;
alter table strategy.claim add column related_lv text;
alter table strategy.claim add column related_en text;
comment on column strategy.claim.survey is 'Key of the survey whose answers a ranking compares';
comment on column strategy.claim.related is 'Keys of series that come near to what the claim speaks of and yet do not answer it';
comment on column strategy.claim.related_lv is 'Why they do not answer it';
