-- What documents of automations only point to: documents are shown, audited and kept with runs, secrets are not.
create table automation_secret (
    id bigint primary key,
    automation_id bigint not null,
    secret varchar(500) not null
);
create index automation_secret_of on automation_secret (automation_id);
