package org.quanhe.crm.privacy;

import java.util.Map;
import org.quanhe.crm.platform.Language;

/**
 * What people are asked to agree to. Purposes are data: an administrator adds them.
 *
 * @param code stable name, {@code news}
 * @param names what it is called, in every language
 * @param wordings the sentence that a person agrees to, in every language
 * @param retired it is not asked any more; what was agreed to stays known
 */
public record Purpose(String code, Map<Language, String> names, Map<Language, String> wordings, boolean retired) {
    /** Mails that are sent to many. Ready-made. */
    public static final String NEWS = "news";

    /** The pages that a person looks at on the website are joined to the person. Ready-made. */
    public static final String VISITS = "visits";

    public Purpose {
        names = Map.copyOf(names);
        wordings = Map.copyOf(wordings);
    }
}
