package org.quanhe.crm.automation;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An argument of an action or a trigger, as it says of itself. The editor draws it, the check of documents holds to it,
 * REST tells it.
 *
 * @param name member of the document that holds it
 * @param kind what it is
 * @param required it must be there
 * @param otherwise what counts where it is missing, empty for nothing in particular
 * @param choices codes of a CHOICE, and of a RECIPIENT beside users
 * @param target record type of a RECORD, kind of message of a TEMPLATE, member that names the record type of VALUES;
 *     else empty
 * @param whole a NUMBER without digits behind the point
 * @param min smallest NUMBER, null for any
 * @param max largest NUMBER, null for any
 * @param parts arguments of each of its OBJECTS
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
        List<Parameter> parts) {

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
        /** A record of the target type: its number. */
        RECORD,
        /** A record type: its name. */
        TYPE,
        /** A message template of the target kind: its code. */
        TEMPLATE,
        /** A colleague: one of the choices, or the number of a user. */
        RECIPIENT,
        /** A mail address: one of the choices, or the path of a field that holds one. */
        ADDRESS,
        /** A condition on the automation's records: a text. */
        CONDITION,
        /** Fields with a value for each: an object. */
        VALUES,
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
        return new Parameter(name, kind, false, "", List.of(), "", false, null, null, List.of());
    }

    /** One of these codes. */
    public static Parameter choice(String name, List<String> codes) {
        return new Parameter(name, Kind.CHOICE, false, "", codes, "", false, null, null, List.of());
    }

    /** A record of that type. */
    public static Parameter record(String name, String type) {
        return of(name, Kind.RECORD).to(type);
    }

    /** A whole number within that range, both ends included. */
    public static Parameter count(String name, long least, long most) {
        return new Parameter(
                name,
                Kind.NUMBER,
                false,
                "",
                List.of(),
                "",
                true,
                BigDecimal.valueOf(least),
                BigDecimal.valueOf(most),
                List.of());
    }

    /** A number within that range, both ends included. */
    public static Parameter amount(String name, BigDecimal least, BigDecimal most) {
        return new Parameter(name, Kind.NUMBER, false, "", List.of(), "", false, least, most, List.of());
    }

    /** Objects with these arguments. */
    public static Parameter objects(String name, List<Parameter> parts) {
        return new Parameter(name, Kind.OBJECTS, false, "", List.of(), "", false, null, null, parts);
    }

    /** The same, but it must be there. */
    public Parameter must() {
        return new Parameter(name, kind, true, otherwise, choices, target, whole, min, max, parts);
    }

    /** The same; that counts where it is missing. */
    public Parameter or(String usual) {
        return new Parameter(name, kind, required, usual, choices, target, whole, min, max, parts);
    }

    /** The same, with codes that can be chosen. */
    public Parameter among(String... codes) {
        return new Parameter(name, kind, required, otherwise, List.of(codes), target, whole, min, max, parts);
    }

    /** The same, pointing there: see {@link #target}. */
    public Parameter to(String where) {
        return new Parameter(name, kind, required, otherwise, choices, where, whole, min, max, parts);
    }
}
