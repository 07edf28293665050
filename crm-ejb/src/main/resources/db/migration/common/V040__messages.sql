create sequence message_seq start with 50 increment by 50;

create table message_template (
    id bigint primary key,
    version bigint not null,
    code varchar(60) not null unique,
    name varchar(200) not null,
    kind varchar(20) not null,
    record_type varchar(60) not null,
    fallback varchar(10) not null,
    texts text not null,
    author varchar(200) not null,
    updated_at timestamp(3) not null
);

-- The outbox of mails: written with what caused them, handed to the mail server behind it.
create table mail (
    id bigint primary key,
    version bigint not null,
    state varchar(20) not null,
    address varchar(320) not null,
    language varchar(10) not null,
    subject varchar(1000) not null,
    body text not null,
    record_type varchar(60),
    record_id bigint,
    automation_id bigint,
    cause varchar(200) not null,
    message_key varchar(60) not null,
    attempts int not null,
    created_at timestamp(3) not null,
    next_at timestamp(3),
    claimed_at timestamp(3),
    sent_at timestamp(3),
    reason text
);
create index mail_due on mail (state, next_at);
create index mail_of on mail (automation_id, created_at);
create index mail_by_state on mail (state, id);

create table notice (
    id bigint primary key,
    version bigint not null,
    user_id bigint not null,
    kind varchar(20) not null,
    message text not null,
    body text not null,
    record_type varchar(60),
    record_id bigint,
    created_at timestamp(3) not null,
    read_at timestamp(3)
);
create index notice_of on notice (user_id, id);
create index notice_unread on notice (user_id, read_at);

create table notice_choice (
    id varchar(60) primary key,
    channel varchar(10) not null
);
