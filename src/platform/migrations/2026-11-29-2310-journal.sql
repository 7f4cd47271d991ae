-- Every writing is one change, to which every row it writes refers. Changes are sealed afterwards: hashed and
-- counted onto the head of their stream.
grant usage on schema platform to izaugsme_sealer;
create table platform.epoch (
  number bigint primary key,
  begun_at timestamptz not null default now()
);
insert into platform.epoch (number) values (1);
comment on table platform.epoch is 'Begins whenever numbers of transactions begin anew, as on another server';
create function platform.current_epoch() returns bigint language sql stable as 'select max(number) from platform.epoch';

create table platform.change (
  municipality_id uuid not null,
  id uuid not null,
  stream text not null,
  at timestamptz not null default now(),
  actor text not null default current_setting('izaugsme.account') check (actor <> ''),
  origin text not null check (origin in ('import', 'form', 'submission', 'survey', 'assessment', 'computation', 'command')),
  action text not null,
  subject text not null,
  why text,
  detail jsonb not null,
  added integer not null default 0 check (added >= 0),
  changed integer not null default 0 check (changed >= 0),
  is_public boolean not null,
  epoch bigint not null default platform.current_epoch(),
  xid xid8 not null default pg_current_xact_id(),
  primary key (municipality_id, id)
);
comment on table platform.change is 'One writing: who, when and in which transaction are the database''s own word';
create index change_in_order on platform.change (municipality_id, stream, epoch, xid);
create index change_to_seal on platform.change (epoch, xid);

create table platform.seal (
  municipality_id uuid not null,
  stream text not null,
  number integer not null check (number > 0),
  to_epoch bigint not null,
  to_xid xid8 not null,
  events bigint not null check (events > 0),
  hash bytea not null,
  at timestamptz not null default now(),
  primary key (municipality_id, stream, number)
);
comment on table platform.seal is 'Changes of a stream up to a transaction, hashed onto the seal before';

create table platform.seal_head (
  municipality_id uuid not null,
  stream text not null,
  seals integer not null,
  events bigint not null,
  to_epoch bigint not null,
  to_xid xid8 not null,
  hash bytea not null,
  primary key (municipality_id, stream)
);
comment on table platform.seal_head is 'The last seal of each stream, and how much there is up to it';

create view platform.change_hash with (security_invoker = true) as
  select municipality_id, stream, epoch, xid, id, sha256(convert_to(jsonb_build_array(
    municipality_id, id, stream, extract(epoch from at), actor, origin, action, subject, why, detail,
    added, changed, is_public, epoch, xid::text)::text, 'UTF8')) as hash
  from platform.change;
grant select on platform.change_hash to izaugsme_sealer;

-- What was journalled before is carried over with its old hashes; the owner stands outside the policies for that moment.
alter table platform.audit_event no force row level security;
alter table platform.import_run no force row level security;
alter table platform.data_version no force row level security;
insert into platform.change (municipality_id, id, stream, at, actor, origin, action, subject, detail, added, changed, is_public)
  select e.municipality_id, coalesce((e.detail ->> 'importId')::uuid, gen_random_uuid()),
    case when e.municipality_id = '00000000-0000-0000-0000-000000000000' then 'register' else 'figures' end,
    e.occurred_at, e.actor, 'import', e.action, e.subject,
    jsonb_build_object('carriedOver', jsonb_build_object(
      'sequence', e.sequence, 'detail', e.detail, 'previousHash', e.previous_hash, 'hash', e.hash)),
    coalesce(r.added, 0), coalesce(r.changed, (e.detail ->> 'rows')::integer, 0),
    coalesce(r.is_public, e.municipality_id = '00000000-0000-0000-0000-000000000000')
  from platform.audit_event e left join platform.import_run r
    on r.municipality_id = e.municipality_id and r.id = (e.detail ->> 'importId')::uuid;
insert into platform.change (municipality_id, id, stream, at, actor, origin, action, subject, detail, added, changed, is_public)
  select municipality_id, id, 'figures', imported_at, imported_by, 'import', 'data.imported', dataset, '{}', added, changed, is_public
  from platform.import_run on conflict do nothing;
drop table platform.audit_event;
drop table platform.import_run;

-- Only streams that public pages show have a version, and each has its own.
alter table platform.data_version add column stream text not null default 'figures';
alter table platform.data_version alter column stream drop default;
update platform.data_version set stream = 'register' where municipality_id = '00000000-0000-0000-0000-000000000000';
alter table platform.data_version drop constraint data_version_pkey;
alter table platform.data_version add primary key (municipality_id, stream);
alter table platform.data_version drop column is_public;
update platform.data_version v set version = c.changes
  from (select municipality_id, stream, count(*) as changes from platform.change group by 1, 2) c
  where c.municipality_id = v.municipality_id and c.stream = v.stream;
comment on table platform.data_version is 'Counts the changes of each public stream; pages are cached by it';
alter table platform.data_version force row level security;

-- Earlier states are seen by whoever sees the row, down to a single person's.
alter table platform.record_revision add column institution_id uuid;
alter table platform.record_revision add column group_id uuid;
alter table platform.record_revision add column person_id uuid;

alter table platform.record_revision no force row level security;
alter table platform.record_revision rename column import_id to change_id;
insert into platform.change (municipality_id, id, stream, actor, origin, action, subject, detail, is_public)
  select distinct municipality_id, coalesce(change_id, '00000000-0000-0000-0000-000000000000'), 'carried',
    'unknown', 'import', 'data.imported', 'before the journal', '{}'::jsonb, false
  from platform.record_revision on conflict do nothing;
update platform.record_revision set change_id = '00000000-0000-0000-0000-000000000000' where change_id is null;
alter table platform.record_revision alter column change_id set not null;
alter table platform.record_revision add foreign key (municipality_id, change_id) references platform.change (municipality_id, id);
alter table platform.record_revision force row level security;
