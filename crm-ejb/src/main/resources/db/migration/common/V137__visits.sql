-- Page views of visitors who agreed to them.
create table visit (
    id bigint primary key,
    visitor varchar(40) not null,
    page varchar(500) not null,
    title varchar(200) not null,
    at_time timestamp(3) not null
);
create index visit_visitor on visit (visitor, at_time);
create index visit_time on visit (at_time);

-- Visitors who sent a form and agreed that their visits belong to it.
create table known_visitor (
    visitor varchar(40) primary key,
    lead_id bigint not null,
    since_at timestamp(3) not null,
    seen_at timestamp(3) not null
);
create index known_visitor_lead on known_visitor (lead_id);

-- Documents that forms give to download, as base64.
create table web_form_file (
    form_id bigint primary key,
    name varchar(200) not null,
    media_type varchar(100) not null,
    bytes bigint not null,
    content text not null
);
