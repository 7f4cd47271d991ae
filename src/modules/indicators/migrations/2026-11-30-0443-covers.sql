-- Figures about few people are covered. Which ones is examined for a whole indicator at a time and kept.
create table indicators.cover (
  municipality_id uuid not null,
  indicator_id uuid not null,
  series_id uuid not null,
  period text not null,
  is_public boolean not null default true,
  primary key (municipality_id, series_id, period),
  foreign key (municipality_id, indicator_id) references indicators.indicator (municipality_id, id),
  foreign key (municipality_id, series_id) references indicators.series (municipality_id, id)
);
create index cover_indicator on indicators.cover (municipality_id, indicator_id);
comment on table indicators.cover is 'Figures that would tell about single people, by themselves or as parts of a sum; they are not shown';

create table indicators.examined (
  municipality_id uuid not null,
  indicator_id uuid not null,
  recorded_to timestamptz not null,
  is_public boolean not null default true,
  primary key (municipality_id, indicator_id),
  foreign key (municipality_id, indicator_id) references indicators.indicator (municipality_id, id)
);
comment on table indicators.examined is 'Indicators about people of which it was examined what must be covered';
comment on column indicators.examined.recorded_to is 'The newest figure that was looked at; what was recorded later is covered until it is';
