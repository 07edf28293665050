-- Which record points to which by a field that administrators added: formulas and roll-ups go this way backwards.
create table record_link (
    record_type varchar(60) not null,
    field_key varchar(60) not null,
    record_id bigint not null,
    target_id bigint not null,
    primary key (record_type, field_key, record_id, target_id)
);
create index record_link_target on record_link (record_type, field_key, target_id, record_id);
