-- What documents of automations only point to: documents are shown, audited and kept with runs, secrets are not.
create table automation_secret (
    id bigint primary key,
    automation_id bigint not null,
    secret varchar(500) not null
);
create index automation_secret_of on automation_secret (automation_id);

-- Where others call in: the digest of the last part of the address, never the address.
create table automation_address (
    automation_id bigint primary key,
    version bigint not null,
    digest varchar(64) not null unique,
    made_at timestamp(3) not null
);

-- A run that goes on when its record fulfils a condition, and at the latest then.
alter table automation_run add column watch_until timestamp(3);
create index automation_run_watch on automation_run (record_id, watch_until);
