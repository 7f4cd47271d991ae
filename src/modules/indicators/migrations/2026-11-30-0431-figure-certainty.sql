-- How sure a figure is: what it rests on, how many answered, and its interval.
alter table indicators.indicator add column rests_on text check (rests_on in ('answers', 'mean', 'records'));
comment on column indicators.indicator.rests_on is 'Answers of people, a mean over people, or records of which nothing is by chance; null when not stated';

alter table indicators.observation add column n integer check (n > 0);
alter table indicators.observation add column interval_low numeric;
alter table indicators.observation add column interval_high numeric;
alter table indicators.observation add column standard_error numeric check (standard_error >= 0);
alter table indicators.observation add constraint observation_interval_check
  check ((interval_low is null) = (interval_high is null) and interval_low <= interval_high);
comment on column indicators.observation.n is 'How many answered or were measured, as stated';
comment on column indicators.observation.interval_low is 'Lower end of the 95 % interval in the unit of the figure, as stated';

create table indicators.evidence (
  municipality_id uuid not null,
  catalogue text not null,
  survey text not null,
  survey_group text not null,
  item text not null,
  series_id uuid not null,
  period text not null,
  share numeric not null,
  decimals integer not null,
  n integer not null check (n > 0),
  low numeric not null,
  high numeric not null check (high >= low),
  method text not null check (method in ('exact', 'wilsonFinite', 'wilson', 'census')),
  address text not null,
  revision integer not null default 1 check (revision > 0),
  changed_at timestamptz not null,
  change_id uuid not null,
  is_public boolean not null default false,
  withdrawn_at timestamptz,
  primary key (municipality_id, catalogue, survey, survey_group, item, series_id),
  foreign key (municipality_id, series_id) references indicators.series (municipality_id, id),
  foreign key (municipality_id, change_id) references platform.change (municipality_id, id)
);
create index evidence_figure on indicators.evidence (municipality_id, series_id, period);
comment on table indicators.evidence is 'What the table of a survey says of a figure that it holds as well: how many answered, and the interval';
comment on column indicators.evidence.survey is 'What the survey, its group and its item are called where they are kept';
comment on column indicators.evidence.share is 'Per cent as the survey prints it; low and high are in per cent too';
comment on column indicators.evidence.address is 'Where the survey shows it, below the address of the municipality';

alter table indicators.verdict add column certainty text not null default 'none' check (certainty in ('certain', 'withinChance', 'unknown', 'none'));
comment on column indicators.verdict.certainty is 'Whether the figure asked for lies within the interval of the result';
drop index indicators.verdict_latest_tally;
create index verdict_latest_tally on indicators.verdict (municipality_id, target_set_id, indicator_id, status, reason, period, certainty) where is_latest;
