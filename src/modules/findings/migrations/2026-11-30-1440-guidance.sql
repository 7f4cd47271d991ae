create table findings.guidance (
  municipality_id uuid not null references registry.municipality (id),
  subject text not null,
  steps_lv text not null,
  steps_en text,
  revision integer not null default 1 check (revision > 0),
  changed_at timestamptz not null,
  change_id uuid not null,
  primary key (municipality_id, subject),
  foreign key (municipality_id, change_id) references platform.change (municipality_id, id)
);
comment on table findings.guidance is 'What to do now about a kind of finding or a failed check, in the words of the education department';
comment on column findings.guidance.subject is 'Code of the rule, or what another module calls it, as collection.check.hard';
