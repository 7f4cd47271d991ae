-- When a figure about people tells too much: rules with the day from which they hold.
create table registry.disclosure_rule (
  what text not null check (what in ('adultAnswers', 'minorAnswers', 'share', 'count')),
  valid_from date not null,
  least_people integer not null check (least_people >= 0),
  least_count integer not null check (least_count >= 0),
  zeros text not null check (zeros in ('hide', 'print')),
  source text,
  primary key (what, valid_from)
);
comment on table registry.disclosure_rule is 'When a figure about people tells too much to be shown';
comment on column registry.disclosure_rule.least_people is 'Fewest people that an answer or a share may be of';
comment on column registry.disclosure_rule.least_count is 'Fewest people that may be counted, and that may be left over';
comment on column registry.disclosure_rule.zeros is 'Whether nobody, or everybody, may be printed';

-- Databases from before get the rules with which the country's files begin.
insert into registry.disclosure_rule (what, valid_from, least_people, least_count, zeros, source) values
  ('adultAnswers', '2026-11-01', 10, 5, 'hide', 'Izaugsmes aizsardzības noteikumi: atbildēja vismaz 10; tā atbildējuši un tā neatbildējuši vismaz 5'),
  ('minorAnswers', '2026-11-01', 10, 10, 'hide', 'Izaugsmes aizsardzības noteikumi: atbildēja vismaz 10; tā atbildējuši un tā neatbildējuši vismaz 10'),
  ('share', '2026-11-01', 10, 5, 'hide', 'Izaugsmes aizsardzības noteikumi: daļa no vismaz 10 cilvēkiem; tajā un ārpus tās vismaz 5'),
  ('count', '2026-11-01', 0, 5, 'print', 'Izaugsmes aizsardzības noteikumi: vismaz 5 cilvēki vai neviens');
