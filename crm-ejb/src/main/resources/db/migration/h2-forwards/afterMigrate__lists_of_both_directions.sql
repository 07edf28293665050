-- H2 before 2.3, which some application servers bring, walks an index forwards alone.
create index if not exists custom_record_sort_desc on custom_record (record_type, sort_key desc, id desc);
create index if not exists customer_sort_desc on customer (sort_key desc, id desc);
create index if not exists lead_sort_desc on lead (sort_key desc, id desc);
create index if not exists opportunity_sort_desc on opportunity (sort_key desc, id desc);
