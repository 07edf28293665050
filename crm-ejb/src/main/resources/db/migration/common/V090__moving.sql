-- By these keys other servers know automations and processes, whatever people call them.
alter table automation add column code varchar(80);
update automation set code = concat('automation-', id);
alter table automation alter column code set not null;
create unique index automation_code on automation (code);

alter table process add column code varchar(80);
update process set code = concat('process-', id);
alter table process alter column code set not null;
create unique index process_code on process (code);

-- What a file brings beside types and fields waits with its draft.
alter table metadata_draft add column things text default '{}' not null;
alter table metadata_draft add column thing_count int default 0 not null;
alter table metadata_draft add column instead text default '[]' not null;
alter table metadata_draft add column spoken varchar(10) default 'en' not null;
