package org.quanhe.crm.messages;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.RecordRef;

/**
 * A notice for the caller.
 *
 * @param id number
 * @param kind what it tells of
 * @param text one line
 * @param body more, or empty
 * @param record what it is about, null for nothing in particular
 * @param createdAt when it happened
 * @param unread the caller has not read it yet
 */
public record NoticeView(
        long id,
        NoticeKind kind,
        LocalizedMessage text,
        String body,
        @Nullable RecordRef record,
        Instant createdAt,
        boolean unread) {}
