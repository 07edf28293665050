package org.quanhe.crm.records.rest;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.records.metadata.Stand;

/** What stands in for records that a file names: {@code teams:Projects:12}. */
final class Stands {
    private static final Pattern STAND = Pattern.compile("([A-Za-z][A-Za-z0-9_]*):(.+):(\\d{1,18})");

    private Stands() {}

    static List<Stand> read(@Nullable List<String> written) {
        List<Stand> stands = new ArrayList<>();
        for (String one : written == null ? List.<String>of() : written) {
            Matcher stand = STAND.matcher(one);
            if (!stand.matches()) {
                throw CrmException.invalidField("instead", LocalizedMessage.of("records.transfer.error.noStand"));
            }
            stands.add(new Stand(stand.group(1), stand.group(2), Long.parseLong(stand.group(3))));
        }
        return stands;
    }

    /** As a body has it: {@code [{"type": "teams", "name": "Projects", "id": 12}]}. */
    static List<Stand> of(@Nullable Object written) {
        List<Stand> stands = new ArrayList<>();
        if (written instanceof List<?> list) {
            for (Object one : list) {
                if (!(one instanceof Map<?, ?> map
                        && map.get("type") instanceof String type
                        && map.get("name") instanceof String name
                        && map.get("id") instanceof BigDecimal id
                        && id.toPlainString().matches("\\d{1,18}"))) {
                    throw CrmException.invalidField("instead", LocalizedMessage.of("records.transfer.error.noStand"));
                }
                stands.add(new Stand(type, name, id.longValue()));
            }
        }
        return stands;
    }
}
