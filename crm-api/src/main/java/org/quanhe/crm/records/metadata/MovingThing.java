package org.quanhe.crm.records.metadata;

import org.quanhe.crm.platform.LocalizedMessage;

/**
 * Something beside types and fields that files can take along, such as an automation.
 *
 * @param kind name of its list in files, {@code automations}
 * @param key by which other servers know it
 * @param name what people call it
 * @param type record type that it is about
 */
public record MovingThing(String kind, String key, LocalizedMessage name, String type) {}
