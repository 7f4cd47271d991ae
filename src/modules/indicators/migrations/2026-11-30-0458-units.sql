-- Units that a plan describes, besides those that the product knows.
create table indicators.unit (
  municipality_id uuid not null references registry.municipality (id),
  catalogue text not null,
  code text not null,
  measure text not null check (measure in ('count', 'rate', 'money', 'time', 'length', 'score', 'other')),
  name_lv text not null,
  name_en text not null,
  suffix text,
  low numeric,
  high numeric check (high > low),
  revision integer not null default 1 check (revision > 0),
  changed_at timestamptz not null,
  change_id uuid not null,
  is_public boolean not null default false,
  withdrawn_at timestamptz,
  primary key (municipality_id, catalogue, code),
  foreign key (municipality_id, change_id) references platform.change (municipality_id, id)
);
comment on table indicators.unit is 'What figures of a plan are counted in, where the product does not know the unit';
comment on column indicators.unit.suffix is 'What stands after a number; null: its code';
comment on column indicators.unit.low is 'The least that a figure can be; null: it has no bound';

-- A series may be measured in another unit than its indicator, and another way may be good.
alter table indicators.series add column unit text;
alter table indicators.series add column direction text check (direction in ('up', 'down', 'none'));
comment on column indicators.series.unit is 'Unit of this series; null: that of the indicator';
comment on column indicators.series.direction is 'Which way is good for this series; null: as for the indicator';
