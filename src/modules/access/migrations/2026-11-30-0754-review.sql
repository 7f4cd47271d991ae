-- Twice a year somebody looks at every right that was given and says whether it is still needed.
create schema access;
grant usage on schema access to izaugsme_member;

create table access.review (
  municipality_id uuid not null,
  id uuid not null,
  half text not null check (half ~ '^[0-9]{4}-(03|09)$'),
  begun_on date not null,
  done_on date,
  revision integer not null default 1 check (revision > 0),
  changed_at timestamptz not null,
  change_id uuid not null,
  primary key (municipality_id, id),
  unique (municipality_id, half),
  foreign key (municipality_id, change_id) references platform.change (municipality_id, id)
);
comment on table access.review is 'A review of all rights given in a municipality, due in March and in September';

create table access.review_item (
  municipality_id uuid not null,
  id uuid not null,
  review_id uuid not null,
  grant_id uuid not null,
  decision text check (decision in ('keep', 'end')),
  reason text check (reason <> ''),
  decided_by text,
  decided_on date,
  revision integer not null default 1 check (revision > 0),
  changed_at timestamptz not null,
  change_id uuid not null,
  primary key (municipality_id, id),
  unique (municipality_id, review_id, grant_id),
  foreign key (municipality_id, review_id) references access.review (municipality_id, id),
  foreign key (municipality_id, grant_id) references platform.role_grant (municipality_id, id),
  foreign key (municipality_id, change_id) references platform.change (municipality_id, id),
  check ((decision is null) = (decided_by is null)),
  check (decision <> 'end' or reason is not null)
);
comment on table access.review_item is 'A right under review, and what was decided of it';
comment on column access.review_item.decision is 'None while nobody has decided';
