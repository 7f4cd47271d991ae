-- Documents are cited by every module, so they get a schema of their own.
create schema sources;
grant usage on schema sources to izaugsme_public, izaugsme_member;
alter table indicators.source_document set schema sources;
alter table sources.source_document rename to document;

-- Their history follows them; the owner stands outside the policies for that moment.
alter table platform.record_revision no force row level security;
update platform.record_revision set table_name = 'sources.document' where table_name = 'indicators.source_document';
alter table platform.record_revision force row level security;
