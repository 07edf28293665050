package org.quanhe.crm.processes.control;

import java.util.Arrays;
import java.util.Map;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.platform.LocalizedMessage;

/** Names that administrators gave in some of the languages. */
final class Labels {
    private Labels() {}

    /** The name in each language: in English or any other where one was not given. */
    static LocalizedMessage told(Map<String, String> labels) {
        String other = labels.getOrDefault(
                Language.EN.tag(), labels.values().stream().findFirst().orElse(""));
        return LocalizedMessage.named(Arrays.stream(Language.values())
                .map(language -> labels.getOrDefault(language.tag(), other))
                .toList());
    }
}
