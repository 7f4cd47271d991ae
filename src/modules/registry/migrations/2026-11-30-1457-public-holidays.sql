-- Days on which nobody is at work although they may be weekdays.
create table registry.public_holiday (
  day date not null,
  name_lv text not null,
  name_en text not null,
  source text,
  primary key (day)
);
comment on table registry.public_holiday is 'Public holidays, and days off that holidays on a weekend are given';
