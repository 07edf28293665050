package org.quanhe.crm.dataquality.control.table;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.quanhe.crm.platform.CrmException;

/** Refuses, with the reason, files that people often take for tables. */
final class ForeignFile {
    private static final Map<String, String> KEY_BY_MARK = Map.of(
            "\u00D0\u00CF\u0011\u00E0", "dataquality.error.oldExcel",
            "%PDF", "dataquality.error.pdf");

    private ForeignFile() {}

    static void refuse(TableFile file, byte[] head) {
        String beginning = new String(head, 0, Math.min(8, head.length), StandardCharsets.ISO_8859_1);
        KEY_BY_MARK.forEach((mark, key) -> {
            if (beginning.startsWith(mark)) {
                throw CrmException.invalid(key, file.name());
            }
        });
    }
}
