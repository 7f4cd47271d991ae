-- What a series is about may be one institution; its breakdown says what it is a part of.
alter table indicators.series add column institution_id uuid;
alter table indicators.series add foreign key (municipality_id, institution_id) references registry.institution (municipality_id, id);
create index series_institution on indicators.series (municipality_id, institution_id) where institution_id is not null;
comment on column indicators.series.institution_id is 'The institution that the figures are about; null for the whole municipality';
