package org.quanhe.crm.capture;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quanhe.crm.platform.Language;

/**
 * What a visitor sends.
 *
 * @param token as the form had it
 * @param values answers by name of the field
 * @param consents purposes that the visitor agrees to
 * @param bait what stood in the field that people do not see: empty from people
 * @param language in which the form spoke
 * @param origin where the visitor came from, as the form had it
 * @param visitor number by which the site knows the visitor, empty for none
 */
public record SentForm(
        String code,
        String token,
        Map<String, List<String>> values,
        Set<String> consents,
        String bait,
        Language language,
        VisitOrigin origin,
        String visitor) {}
