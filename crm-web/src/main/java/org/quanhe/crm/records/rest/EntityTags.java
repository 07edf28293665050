package org.quanhe.crm.records.rest;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.records.RecordView;

/** ETags are versions of records, and of other things that are changed as a whole, in quotes. */
public final class EntityTags {
    private static final Pattern TAG = Pattern.compile("(?:W/)?\"(\\d{1,18})\"");

    private EntityTags() {}

    static String of(RecordView record) {
        return of(record.version());
    }

    public static String of(long version) {
        return "\"" + version + "\"";
    }

    /** The version that If-Match names; null without one and for {@code *}. */
    public static @Nullable Long version(@Nullable String header) {
        if (header == null || header.isBlank() || header.strip().equals("*")) {
            return null;
        }
        Matcher matcher = TAG.matcher(header.strip());
        if (!matcher.matches()) {
            throw CrmException.invalid("records.error.ifMatch");
        }
        return Long.valueOf(matcher.group(1));
    }
}
