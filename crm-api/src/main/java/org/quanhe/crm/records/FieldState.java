package org.quanhe.crm.records;

/**
 * How a field stands on a form, as its conditions say.
 *
 * @param shown it is there
 * @param required it must have a value
 * @param locked its value cannot be changed
 */
public record FieldState(boolean shown, boolean required, boolean locked) {}
