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
