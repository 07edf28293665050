package org.quanhe.crm.audit;

/**
 * A changed field.
 *
 * @param field its name
 * @param before value as text, empty for none
 * @param after value as text, empty for none
 */
public record FieldChange(String field, String before, String after) {}
