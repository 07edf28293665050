package org.quanhe.crm.capture;

import java.util.Map;
import org.quanhe.crm.platform.Language;

/**
 * A field of leads that a web form asks for.
 *
 * @param name name of the field
 * @param required the form cannot be sent without it
 * @param labels what it is called on the form, by language; the field's own name where there is none
 * @param hints what stands below it, by language; the field's own help where there is none
 */
public record AskedField(String name, boolean required, Map<Language, String> labels, Map<Language, String> hints) {
    public AskedField {
        labels = Map.copyOf(labels);
        hints = Map.copyOf(hints);
    }
}
