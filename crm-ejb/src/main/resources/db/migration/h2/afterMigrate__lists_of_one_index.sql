-- A database that was used by an older H2 meanwhile.
drop index if exists custom_record_sort_desc;
drop index if exists customer_sort_desc;
drop index if exists lead_sort_desc;
drop index if exists opportunity_sort_desc;
