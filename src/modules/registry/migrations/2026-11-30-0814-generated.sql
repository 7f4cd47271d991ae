-- A municipality whose data are invented says so on all its pages.
alter table registry.municipality add column generated_seed integer;
comment on column registry.municipality.generated_seed is 'Seed from which its data were invented; null where they are real';
