create table platform.upload (
  municipality_id uuid not null references registry.municipality (id),
  id uuid not null,
  account_id text not null check (account_id <> ''),
  plan text not null,
  state text not null check (state in ('received', 'recognised', 'mapped', 'committed', 'dropped')),
  choices jsonb not null,
  result jsonb,
  created_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  primary key (municipality_id, id)
);
comment on table platform.upload is 'Files that somebody has sent and has not loaded yet: only who sent them sees them, and they are erased when they are loaded, dropped or two weeks old';
comment on column platform.upload.choices is 'What was recognised and decided of each table in the files';
comment on column platform.upload.result is 'What the loading did, in numbers';

create table platform.upload_file (
  municipality_id uuid not null,
  upload_id uuid not null,
  number integer not null check (number >= 0),
  account_id text not null,
  name text not null,
  content bytea not null,
  primary key (municipality_id, upload_id, number),
  foreign key (municipality_id, upload_id) references platform.upload (municipality_id, id) on delete cascade
);
comment on table platform.upload_file is 'The bytes of a file of an upload, as they were sent';

create table platform.import_mapping (
  municipality_id uuid not null references registry.municipality (id),
  sheet text not null,
  headings text not null,
  mapping jsonb not null,
  changed_at timestamptz not null default now(),
  primary key (municipality_id, sheet, headings)
);
comment on table platform.import_mapping is 'Which columns and values of a foreign file are ours, kept for the next time the same file comes';
comment on column platform.import_mapping.headings is 'Hash of the headings of the file';
