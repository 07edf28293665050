package org.quanhe.crm.messages;

import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.RecordRef;

/** Tells colleagues what happened, as each of them has chosen to hear of it, with the transaction of the caller. */
public interface ColleagueNews {
    /**
     * Tells somebody; nobody is told who is not active.
     *
     * @param user number of the user
     * @param text one line
     * @param body more, or empty
     * @param record what it is about
     */
    void tell(long user, NoticeKind kind, LocalizedMessage text, String body, @Nullable RecordRef record);
}
