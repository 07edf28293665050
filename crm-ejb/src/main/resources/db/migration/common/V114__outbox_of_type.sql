-- While what was published is worked out, changes that are on their way to the same records are asked for again and again.
create index outbox_of_type on outbox (record_type, topic);
