package org.quanhe.crm.search.spi;

import java.util.Map;
import org.quanhe.crm.platform.RecordRef;

/**
 * A record as the index holds it.
 *
 * @param ref its address
 * @param version of the record
 * @param title its name
 * @param subtitle shown below the title
 * @param values by field name, Java types as in {@link org.quanhe.crm.records.FieldKind}; absent without a value
 */
public record IndexDocument(RecordRef ref, long version, String title, String subtitle, Map<String, Object> values) {}
