-- A municipality's data set while it is being written, as the files that loading would read.
create table platform.draft_dataset (
  municipality_id uuid not null,
  dataset text not null,
  files jsonb not null,
  state text not null check (state in ('open', 'asked', 'published')),
  asked_by text,
  revision integer not null default 1 check (revision > 0),
  changed_at timestamptz not null,
  change_id uuid not null,
  primary key (municipality_id, dataset),
  foreign key (municipality_id, change_id) references platform.change (municipality_id, id),
  check (state <> 'asked' or asked_by is not null)
);
comment on table platform.draft_dataset is 'A municipality''s first plan before it is public: rows of files, cells as they were typed';
comment on column platform.draft_dataset.asked_by is 'Account that asked for it to be published; another one publishes it';
