package org.quanhe.crm.messages;

import java.util.List;
import org.quanhe.crm.platform.Language;

/**
 * A template merged with a record.
 *
 * @param language language that it is in
 * @param subject one line, empty where the kind has none
 * @param body plain text
 * @param empty merge fields for which the record has no value, in order; conditions do not count
 */
public record Message(Language language, String subject, String body, List<String> empty) {}
