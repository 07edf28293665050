package org.quanhe.crm.records.metadata;

/**
 * What stands in for a record that a file names.
 *
 * @param type record type
 * @param name name in the file
 * @param id number of the record here
 */
public record Stand(String type, String name, long id) {}
