package org.quanhe.crm.records;

import java.util.List;
import java.util.Set;

/**
 * One field of a record type as the caller sees it.
 *
 * @param name stable name, also in REST, filters and import
 * @param kind kind of its values
 * @param labelKey key of its label; a text of {@code <labelKey>.help} may stand beside it
 * @param choices codes allowed for CHOICE, offered for CHOICES and for the types of contact lists; the text of a choice
 *     is {@code <labelKey>.<code>}
 * @param target record type a reference points to, else empty
 * @param primaryOf name of the contact list whose primary entry this field shows and writes, else empty
 * @param maxLength most characters of a text, 0 where it does not apply
 * @param uses what the field is for
 * @param rules which values it takes, and what a new record begins with
 */
public record FieldView(
        String name,
        FieldKind kind,
        String labelKey,
        List<String> choices,
        String target,
        String primaryOf,
        int maxLength,
        Set<Use> uses,
        FieldRules rules) {

    /** A field that takes every value of its kind. */
    public FieldView(
            String name,
            FieldKind kind,
            String labelKey,
            List<String> choices,
            String target,
            String primaryOf,
            int maxLength,
            Set<Use> uses) {
        this(name, kind, labelKey, choices, target, primaryOf, maxLength, uses, FieldRules.NONE);
    }

    /** What a field is for. */
    public enum Use {
        /** Must have a value. */
        REQUIRED,
        /** The system writes it, or the caller may not. */
        READ_ONLY,
        /** Written when a record is made, afterwards only by what its capability does with it. */
        INITIAL,
        /** Part of the list until the reader chooses columns. */
        LIST,
        /** Part of the quick-create form. */
        QUICK,
        /** Found by the search box. */
        SEARCHED,
        /** The name under which the record is shown and found first. */
        TITLE,
        /** Shown below the title in hits. */
        SUBTITLE,
        /** Counted beside lists and hits. */
        FACET,
        /** Lists can be ordered by it. */
        SORTABLE,
        /** No two records of the type have the same value. */
        UNIQUE,
        /** Personal or secret: audit and logs say that it changed, not what it is. */
        SENSITIVE,
        /** Administrators added it. */
        CUSTOM
    }

    public boolean is(Use use) {
        return uses.contains(use);
    }

    public boolean required() {
        return is(Use.REQUIRED);
    }

    public boolean readOnly() {
        return is(Use.READ_ONLY);
    }

    /** A record that is there keeps its value, whoever writes. */
    public boolean settled() {
        return is(Use.READ_ONLY) || is(Use.INITIAL);
    }
}
