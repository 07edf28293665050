create sequence automation_seq start with 50 increment by 50;

create table automation (
    id bigint primary key,
    version bigint not null,
    revision bigint not null,
    name varchar(200) not null,
    record_type varchar(60) not null,
    active boolean not null,
    document text not null,
    author varchar(100) not null,
    updated_at timestamp(3) not null,
    failures int not null,
    stopped varchar(500) not null
);

-- A run is the outbox of its automation: written with the record that set it off, worked off behind it.
create table automation_run (
    id bigint primary key,
    version bigint not null,
    automation_id bigint not null,
    document text not null,
    author varchar(100) not null,
    record_type varchar(60) not null,
    record_id bigint not null,
    title varchar(300) not null,
    state varchar(20) not null,
    step int not null,
    attempts int not null,
    next_at timestamp(3),
    chain varchar(1000) not null,
    trace text not null,
    created_at timestamp(3) not null
);
create index automation_run_due on automation_run (state, next_at);
create index automation_run_of on automation_run (automation_id, id);

create table assignment_turn (
    team_id bigint primary key,
    user_id bigint not null
);
