alter table saved_view add column team_id bigint default 0 not null;
alter table saved_view add column opens_first boolean default false not null;
