package org.quanhe.crm.records.metadata;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Something a choice offers.
 *
 * @param code as stored
 * @param labels by language tag
 * @param retired it is offered no more; records that have it keep it
 */
public record ChoiceModel(String code, Map<String, String> labels, boolean retired) {
    public ChoiceModel {
        labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
    }
}
