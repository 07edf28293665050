package org.quanhe.crm.records;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.RecordRef;

/**
 * Why a calculated field has no value: whatever figure stood there would be wrong, or something is missing to make it
 * from.
 *
 * @param reason what could not be done
 * @param currencies ISO 4217 codes of the amounts that it could not be done with, in alphabetical order, at least two;
 *     none for reasons that have nothing to do with currencies
 * @param inputs what is missing, as far as the reader may know; none for other reasons
 */
public record EmptyBecause(Reason reason, List<String> currencies, List<Input> inputs) {
    /** What could not be done, or why not. */
    public enum Reason {
        /** Amounts of several currencies are not added. */
        NOT_ADDED("notAdded"),
        /** Amounts of several currencies are not compared. */
        NOT_COMPARED("notCompared"),
        /** Nothing is divided by 0. */
        DIVIDED_BY_ZERO("dividedByZero"),
        /** The value has more digits than the field holds. */
        TOO_LARGE("tooLarge"),
        /** A field that it is made from is empty. */
        INPUT_EMPTY("inputEmpty");

        private final String code;

        Reason(String code) {
            this.code = code;
        }

        /** As REST tells it. */
        public String code() {
            return code;
        }
    }

    /**
     * A field that is empty.
     *
     * @param field its name
     * @param labelKey key of its label
     * @param record the record that a reference points to and whose field it is; null for the record itself
     * @param title what that record is called, else empty
     */
    public record Input(
            String field, String labelKey, @Nullable RecordRef record, String title) {
        private LocalizedMessage text() {
            LocalizedMessage label = LocalizedMessage.of(labelKey);
            return record == null
                    ? label
                    : LocalizedMessage.of(
                            "records.empty.of", label, LocalizedMessage.of(record.type() + ".type.one"), title);
        }
    }

    public EmptyBecause {
        currencies = currencies.stream().sorted().toList();
        inputs = List.copyOf(inputs);
    }

    /** What could not be done with amounts of several currencies. */
    public EmptyBecause(Reason reason, List<String> currencies) {
        this(reason, currencies, List.of());
    }

    /** A reason that says everything. */
    public static EmptyBecause of(Reason reason) {
        return new EmptyBecause(reason, List.of());
    }

    /** Something is missing. */
    public static EmptyBecause without(List<Input> inputs) {
        return new EmptyBecause(Reason.INPUT_EMPTY, List.of(), inputs);
    }

    /** {@code not added up: USD and VND}. */
    public LocalizedMessage text() {
        if (reason != Reason.INPUT_EMPTY) {
            String key = "records.empty." + reason.code();
            return currencies.isEmpty()
                    ? LocalizedMessage.of(key)
                    : LocalizedMessage.of(key, listed(currencies, "records.list.and"));
        }
        if (inputs.isEmpty()) {
            return LocalizedMessage.of("records.empty.input");
        }
        String key = inputs.size() == 1 ? "records.empty.inputEmpty" : "records.empty.inputsEmpty";
        return LocalizedMessage.of(key, listed(inputs.stream().map(Input::text).toList(), "records.empty.both"));
    }

    private static Object listed(List<?> all, String lastKey) {
        Object told = all.get(0);
        for (int i = 1; i < all.size(); i++) {
            boolean last = i == all.size() - 1;
            told = LocalizedMessage.of(last ? lastKey : "records.list.comma", told, all.get(i));
        }
        return told;
    }
}
