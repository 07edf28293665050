package org.quanhe.crm.pipeline;

import java.util.Map;
import org.quanhe.crm.platform.LocalizedMessage;

/**
 * Why sales are won or lost.
 *
 * @param code value that opportunities hold
 * @param name told in the reader's language
 * @param names by language tag, as administrators wrote them
 */
public record Reason(String code, LocalizedMessage name, Map<String, String> names) {
    public Reason {
        names = Map.copyOf(names);
    }
}
