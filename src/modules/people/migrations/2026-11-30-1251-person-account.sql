-- An account is one person's in a municipality: rights follow from that person's work and from nobody else's.
create unique index person_account_once on people.person (municipality_id, account_id) where account_id is not null;
