-- Who goes to another institution is known before the day comes; on the day what is kept of them goes along.
create table people.move (
  municipality_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  institution_id uuid not null,
  group_id uuid,
  valid_from date not null,
  settled_on date,
  revision integer not null default 1 check (revision > 0),
  changed_at timestamptz not null,
  change_id uuid not null,
  primary key (municipality_id, id),
  foreign key (municipality_id, person_id) references people.person (municipality_id, person_id),
  foreign key (municipality_id, institution_id, group_id) references people.learner_group (municipality_id, institution_id, group_id),
  foreign key (municipality_id, change_id) references platform.change (municipality_id, id)
);
comment on table people.move is 'A person goes to another institution or class from a day on';
comment on column people.move.settled_on is 'Day on which what is kept of the person was handed over; none while it is to come';
create index move_by_person on people.move (municipality_id, person_id);
create index move_by_institution on people.move (municipality_id, institution_id);
create index move_by_group on people.move (municipality_id, group_id);
