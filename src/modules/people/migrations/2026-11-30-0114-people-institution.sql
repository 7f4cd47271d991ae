-- Whoever belongs to an institution belongs to one of the register.
alter table people.person add foreign key (municipality_id, institution_id) references registry.institution (municipality_id, id);
alter table people.learner_group add foreign key (municipality_id, institution_id) references registry.institution (municipality_id, id);
alter table people.enrolment add foreign key (municipality_id, institution_id) references registry.institution (municipality_id, id);
alter table people.post add foreign key (municipality_id, institution_id) references registry.institution (municipality_id, id);
alter table people.assignment add foreign key (municipality_id, institution_id) references registry.institution (municipality_id, id);
alter table identity.name add foreign key (municipality_id, institution_id) references registry.institution (municipality_id, id);
alter table identity.record add foreign key (municipality_id, institution_id) references registry.institution (municipality_id, id);
