-- A key's number says whose it is: that of the record times 64, and which of its keys. Neither a sequence nor an index
-- by record is needed for them any more, which were a third of what an import wrote for keys.
create table person_key_of (
    id bigint primary key,
    record_type varchar(60) not null,
    lookup varchar(80) not null
);
insert into person_key_of (id, record_type, lookup)
    select record_id * 64 + row_number() over (partition by record_id order by id) - 1, record_type, lookup
    from person_key;
drop table person_key;
alter table person_key_of rename to person_key;
create index person_key_lookup on person_key (lookup);
