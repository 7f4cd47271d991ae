create table platform.post_key (
  day date primary key,
  key bytea not null
);
comment on table platform.post_key is 'Key of a day, with which addresses of visitors are made unrecognisable; erased with the day';

create table platform.post (
  day date not null,
  visitor bytea not null,
  id uuid not null,
  primary key (day, visitor, id)
);
comment on table platform.post is 'That a visitor has posted today; the visitor is a keyed hash that nobody can work out once the key is erased';
comment on column platform.post.id is 'Names a filling-in of a form, so that a post sent twice counts once';
