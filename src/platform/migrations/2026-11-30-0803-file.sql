create table platform.file (
  municipality_id uuid not null,
  id uuid not null,
  institution_id uuid,
  purpose text not null check (purpose ~ '^[a-z]+([.][a-zA-Z]+)+$'),
  name text not null check (length(name) between 3 and 120),
  type text not null check (type in ('pdf', 'png', 'jpg', 'xlsx', 'docx', 'csv', 'txt')),
  bytes integer not null check (bytes between 1 and 26214400),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  is_public boolean not null default false,
  revision integer not null default 1 check (revision > 0),
  changed_at timestamptz not null,
  change_id uuid not null,
  primary key (municipality_id, id),
  foreign key (municipality_id, change_id) references platform.change (municipality_id, id)
);
comment on table platform.file is 'Files that people have handed in; their contents are in a folder beside the database';
comment on column platform.file.purpose is 'What it is kept for, as strategy.evidence; its first part is the module''s name';
comment on column platform.file.sha256 is 'Of the content, which is kept once for each municipality';
create index file_by_institution on platform.file (municipality_id, institution_id);
