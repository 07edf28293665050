package org.quanhe.crm.leads;

import java.util.Map;

/**
 * How leads go from marketing to sales.
 *
 * @param document {@code limitMinutes}: working minutes that sales have to answer; {@code rules}: the first whose
 *     {@code when} holds names a {@code team} and {@code how} one of its members is found: {@code load}, {@code turn}
 *     or {@code team} for whoever is first. Without a rule that holds, whoever in sales has the fewest leads;
 *     {@code nurture}: a new lead is nurtured after so many {@code interests} within so many {@code days}. What nobody
 *     has set stands in it as it holds
 * @param version version of the document
 */
public record HandoverSettings(Map<String, Object> document, long version) {}
