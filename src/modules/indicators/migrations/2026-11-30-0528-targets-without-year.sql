-- A target may be without a year. The key holds the year as a text, since no part of a key can be absent.
alter table indicators.target add column due_key text not null
  generated always as (coalesce(target_year::text, '')) stored;
alter table indicators.target drop constraint target_pkey;
alter table indicators.target alter column target_year drop not null;
alter table indicators.target add primary key (municipality_id, target_set_id, series_id, due_key, revision);
comment on column indicators.target.target_year is 'The year for which it was promised; null: no year was given';
comment on column indicators.target.due_key is 'The year as a part of the key; empty: no year was given';

-- Since when a thing has existed, as its figure says.
alter table indicators.observation add column since text;
comment on column indicators.observation.since is 'Period or day since when it has been so, where the source says';

-- Categories that the source does not explain have no place in an order from good to bad.
alter table indicators.dimension_value add column ranked boolean;
comment on column indicators.dimension_value.ranked is 'Whether its place among the others says that it is better or worse; null: as its position says';
