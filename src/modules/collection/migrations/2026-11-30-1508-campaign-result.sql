create table collection.campaign_result (
  municipality_id uuid not null,
  call_id uuid not null,
  work text not null,
  done integer not null check (done >= 0),
  in_progress integer not null check (in_progress >= 0),
  planned integer not null check (planned >= 0),
  not_needed integer not null check (not_needed >= 0),
  unsaid integer not null check (unsaid >= 0),
  cost numeric not null check (cost >= 0),
  costed integer not null check (costed >= 0),
  answered integer not null check (answered >= 0),
  asked integer not null check (asked >= answered),
  as_of timestamptz not null,
  revision integer not null default 1 check (revision > 0),
  changed_at timestamptz not null,
  change_id uuid not null,
  primary key (municipality_id, call_id, work),
  check (done + in_progress + planned + not_needed + unsaid = answered),
  check (costed <= answered),
  foreign key (municipality_id, call_id) references collection.data_call (municipality_id, id),
  foreign key (municipality_id, change_id) references platform.change (municipality_id, id)
);
comment on table collection.campaign_result is 'How far a work is over all institutions, as the department has published it: everybody reads it';
comment on column collection.campaign_result.work is 'Key of a row of the list of works';
comment on column collection.campaign_result.unsaid is 'Institutions that have handed the list in without saying this';
comment on column collection.campaign_result.cost is 'Sum in EUR over the institutions that say what the work cost';
comment on column collection.campaign_result.costed is 'How many say what it cost';
comment on column collection.campaign_result.as_of is 'When it was counted';
