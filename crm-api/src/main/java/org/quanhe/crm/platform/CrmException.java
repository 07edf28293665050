package org.quanhe.crm.platform;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A refusal that speaks to the person: what is wrong, what was found, what to do. Rolls the façade call back. */
public class CrmException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What kind of refusal it is; REST maps it to a status, pages to a look. */
    public enum Kind {
        /** The request itself is wrong (400). */
        INVALID,
        /** Nobody is signed in (401). */
        UNAUTHENTICATED,
        /** The caller may not do this (403). */
        FORBIDDEN,
        /** It is not there, or the caller may not know that it is (404). */
        NOT_FOUND,
        /** Somebody else was faster, or the state does not allow it (409). */
        CONFLICT,
        /** The version named is not the current one (412). */
        STALE,
        /** Larger than allowed (413). */
        TOO_LARGE,
        /** A neighbour (index, mail, database) does not answer; trying again helps (503). */
        UNAVAILABLE
    }

    /**
     * One wrong field.
     *
     * @param field name of the field, or a dotted path in it
     * @param message what is wrong and what to do
     */
    public record Violation(String field, LocalizedMessage message) {}

    private final transient LocalizedMessage text;
    private final Kind kind;
    private final transient List<Violation> violations;

    public CrmException(Kind kind, LocalizedMessage text) {
        this(kind, text, List.of(), null);
    }

    public CrmException(Kind kind, LocalizedMessage text, List<Violation> violations, @Nullable Throwable cause) {
        super(text.key() + " " + text.args() + (violations.isEmpty() ? "" : " " + violations), cause);
        this.kind = kind;
        this.text = text;
        this.violations = List.copyOf(violations);
    }

    public Kind kind() {
        return kind;
    }

    public LocalizedMessage text() {
        return text;
    }

    public List<Violation> violations() {
        return violations;
    }

    /** Refuses one field. */
    public static CrmException invalidField(String field, LocalizedMessage message) {
        return invalid(List.of(new Violation(field, message)));
    }

    /** Refuses several fields at once, so that a person mends them in one go. */
    public static CrmException invalid(List<Violation> violations) {
        return new CrmException(
                Kind.INVALID, LocalizedMessage.of("platform.error.invalid", violations.size()), violations, null);
    }

    /** Refuses the request as such. */
    public static CrmException invalid(String key, Object... args) {
        return new CrmException(Kind.INVALID, LocalizedMessage.of(key, args));
    }

    public static CrmException notFound(RecordRef ref) {
        return new CrmException(
                Kind.NOT_FOUND, LocalizedMessage.of("platform.error.notFound", ref.type(), Long.toString(ref.id())));
    }

    public static CrmException forbidden(String key, Object... args) {
        return new CrmException(Kind.FORBIDDEN, LocalizedMessage.of(key, args));
    }

    public static CrmException unavailable(String key, @Nullable Throwable cause) {
        return new CrmException(Kind.UNAVAILABLE, LocalizedMessage.of(key), List.of(), cause);
    }
}
