package org.quanhe.crm.dataquality;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.RecordRef;

/**
 * Who may be in the CRM already, under {@code customers} or {@code leads}. Only what the caller may see is told of. One
 * call is one transaction.
 */
public interface Doubles {
    /** Those that may be the same person or company, the one with the most reasons first. */
    List<Match> like(Known known);

    /**
     * Organisations with that name in any spelling and legal form, the one that is written so first; the order of words
     * counts.
     */
    List<Match> organisations(String name);

    /**
     * What is known of somebody. Text is taken as it was typed; empty says nothing.
     *
     * @param name of the person or organisation
     * @param company where the person works
     * @param phones numbers in any notation
     * @param mails addresses
     * @param except the record itself, which is no double; null for somebody who is not in the CRM
     */
    record Known(
            String name,
            String company,
            List<String> phones,
            List<String> mails,
            @Nullable RecordRef except) {
        public Known {
            phones = List.copyOf(phones);
            mails = List.copyOf(mails);
        }
    }

    /**
     * Somebody who may be the same.
     *
     * @param reasons what tells so, the strongest first
     */
    record Match(RecordRef record, String name, String company, List<LocalizedMessage> reasons) {
        public Match {
            reasons = List.copyOf(reasons);
        }
    }
}
