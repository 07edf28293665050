package org.quanhe.crm.records;

import java.util.List;
import org.quanhe.crm.platform.LocalizedMessage;

/**
 * Why a calculated field has no value: whatever figure stood there would be wrong.
 *
 * @param reason what could not be done
 * @param currencies ISO 4217 codes of the amounts that it could not be done with, in alphabetical order, at least two
 */
public record EmptyBecause(Reason reason, List<String> currencies) {
    /** What cannot be done with amounts of several currencies. */
    public enum Reason {
        NOT_ADDED("notAdded"),
        NOT_COMPARED("notCompared");

        private final String code;

        Reason(String code) {
            this.code = code;
        }

        /** As REST tells it. */
        public String code() {
            return code;
        }
    }

    public EmptyBecause {
        currencies = currencies.stream().sorted().toList();
    }

    /** {@code not added up: USD and VND}. */
    public LocalizedMessage text() {
        Object told = currencies.get(0);
        for (int i = 1; i < currencies.size(); i++) {
            boolean last = i == currencies.size() - 1;
            told = LocalizedMessage.of(last ? "records.list.and" : "records.list.comma", told, currencies.get(i));
        }
        return LocalizedMessage.of("records.empty." + reason.code(), told);
    }
}
