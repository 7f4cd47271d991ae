-- A task about an institution is about one of the register.
alter table work.task add foreign key (municipality_id, institution_id) references registry.institution (municipality_id, id);
