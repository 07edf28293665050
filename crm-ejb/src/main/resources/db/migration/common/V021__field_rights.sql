-- What administrators took from a role in a field; without a row a role reads and writes it.
create table field_right (
    id varchar(200) primary key,
    read_allowed boolean not null,
    write_allowed boolean not null
);
