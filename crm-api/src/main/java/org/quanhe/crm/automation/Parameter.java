package org.quanhe.crm.automation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.records.RecordTypeView;

/**
 * An argument of an action or a trigger, as it says of itself. The editor draws it, the check of documents holds to it,
 * REST tells it.
 *
 * @param name member of the document that holds it; several may share one where at most one of them counts at a time
 * @param kind what it is
 * @param required it must be there
 * @param otherwise what counts where it is missing, or what a new one begins with where it must be there; empty for
 *     nothing in particular
 * @param choices codes of a CHOICE, and of a RECIPIENT beside users
 * @param target record type of a RECORD, kind of message of a TEMPLATE, member that names the record type of VALUES or
 *     the field of a VALUE, kind of fields that are offered for a FIELD or an ADDRESS; else empty
 * @param whole a NUMBER or an OFFSET without digits behind the point
 * @param min smallest NUMBER or OFFSET, null for any
 * @param max largest NUMBER or OFFSET, null for any
 * @param parts arguments of each of its OBJECTS
 * @param only when it counts, null for always
 */
public record Parameter(
        String name,
        Kind kind,
        boolean required,
        String otherwise,
        List<String> choices,
        String target,
        boolean whole,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max,
        List<Parameter> parts,
        @Nullable Only only) {

    /**
     * When an argument counts.
     *
     * @param when name of an argument before it
     * @param among what that one must say; of a FIELD or a MOMENT, names of kinds of which the field must be
     */
    public record Only(String when, List<String> among) {
        public Only {
            among = List.copyOf(among);
        }
    }

    /** What an argument is; what stands in the document beside each. */
    public enum Kind {
        /** One line: a text. */
        TEXT,
        /** One line in which {@code {{field}}} is replaced by values of the record: a text. */
        MERGED_TEXT,
        /** Several lines with such fields: a text. */
        LONG_TEXT,
        /** A number. */
        NUMBER,
        /** So much after something, below zero for before it: a number. */
        OFFSET,
        /** True or false. */
        YES_NO,
        /** A time of day: {@code "08:30"}. */
        TIME,
        /** One of the choices: its code. */
        CHOICE,
        /** A field of the automation's record type: its name. */
        FIELD,
        /** A field that holds days or moments: its name. */
        MOMENT,
        /** A value of the field that another argument names: a text. */
        VALUE,
        /** A record of the target type: its number. */
        RECORD,
        /** A record type: its name. */
        TYPE,
        /** A message template of the target kind: its code. */
        TEMPLATE,
        /** A colleague: one of the choices, or the number of a user. */
        RECIPIENT,
        /** A mail address or a telephone number: one of the choices, or the path of a field that holds one. */
        ADDRESS,
        /** A condition on the automation's records: a text. */
        CONDITION,
        /** Fields with a value for each: an object. */
        VALUES,
        /** Fields with the place in a body where the value of each stands, {@code "contact.name"}: an object. */
        PATHS,
        /** A text that is kept apart from the document: what stands there later is {@code {"kept": 17}}. */
        SECRET,
        /** Objects with arguments of their own: a list. */
        OBJECTS,
        /** Steps: a list of actions. */
        STEPS
    }

    public Parameter {
        choices = List.copyOf(choices);
        parts = List.copyOf(parts);
    }

    /** An argument that may be missing. */
    public static Parameter of(String name, Kind kind) {
        return new Parameter(name, kind, false, "", List.of(), "", false, null, null, List.of(), null);
    }

    /** One of these codes. */
    public static Parameter choice(String name, List<String> codes) {
        return new Parameter(name, Kind.CHOICE, false, "", codes, "", false, null, null, List.of(), null);
    }

    /** A record of that type. */
    public static Parameter record(String name, String type) {
        return of(name, Kind.RECORD).to(type);
    }

    /** A whole number within that range, both ends included. */
    public static Parameter count(String name, long least, long most) {
        return whole(name, Kind.NUMBER, least, most);
    }

    /** So many of something at most before or after. */
    public static Parameter offset(String name, long most) {
        return whole(name, Kind.OFFSET, -most, most);
    }

    private static Parameter whole(String name, Kind kind, long least, long most) {
        return new Parameter(
                name,
                kind,
                false,
                "",
                List.of(),
                "",
                true,
                BigDecimal.valueOf(least),
                BigDecimal.valueOf(most),
                List.of(),
                null);
    }

    /** A number within that range, both ends included. */
    public static Parameter amount(String name, BigDecimal least, BigDecimal most) {
        return new Parameter(name, Kind.NUMBER, false, "", List.of(), "", false, least, most, List.of(), null);
    }

    /** Objects with these arguments. */
    public static Parameter objects(String name, List<Parameter> parts) {
        return new Parameter(name, Kind.OBJECTS, false, "", List.of(), "", false, null, null, parts, null);
    }

    /** The same, but it must be there. */
    public Parameter must() {
        return new Parameter(name, kind, true, otherwise, choices, target, whole, min, max, parts, only);
    }

    /** The same; that counts where it is missing, or is what it begins with: see {@link #otherwise}. */
    public Parameter or(String usual) {
        return new Parameter(name, kind, required, usual, choices, target, whole, min, max, parts, only);
    }

    /** The same, with codes that can be chosen. */
    public Parameter among(String... codes) {
        return new Parameter(name, kind, required, otherwise, List.of(codes), target, whole, min, max, parts, only);
    }

    /** The same, pointing there: see {@link #target}. */
    public Parameter to(String where) {
        return new Parameter(name, kind, required, otherwise, choices, where, whole, min, max, parts, only);
    }

    /** The same, but it counts only there: see {@link Only}. */
    public Parameter onlyWhen(String other, String... among) {
        return new Parameter(
                name,
                kind,
                required,
                otherwise,
                choices,
                target,
                whole,
                min,
                max,
                parts,
                new Only(other, List.of(among)));
    }

    /**
     * True if it counts beside what else is said.
     *
     * @param all the arguments of the same object
     * @param said the object
     * @param type the automation's record type
     */
    public boolean counts(List<Parameter> all, Map<?, ?> said, Optional<RecordTypeView> type) {
        Only condition = only;
        if (condition == null) {
            return true;
        }
        return all.stream()
                .filter(other -> other.name().equals(condition.when()))
                .anyMatch(other -> condition.among().contains(other.meant(said, type)));
    }

    /** What it says, or what counts without it; of a field, its kind. */
    private String meant(Map<?, ?> said, Optional<RecordTypeView> type) {
        Object value = said.get(name);
        String text = value == null || value.toString().isBlank() ? otherwise : value.toString();
        return kind == Kind.FIELD || kind == Kind.MOMENT
                ? type.flatMap(known -> known.find(text))
                        .map(field -> field.kind().name())
                        .orElse("")
                : text;
    }
}
