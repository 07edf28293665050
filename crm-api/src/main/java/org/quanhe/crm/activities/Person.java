package org.quanhe.crm.activities;

/**
 * A colleague whose activities the caller may see.
 *
 * @param id number of the user
 * @param name name as colleagues see it
 */
public record Person(long id, String name) {}
