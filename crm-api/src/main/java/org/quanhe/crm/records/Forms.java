package org.quanhe.crm.records;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The forms of record types as administrators lay them out. */
public interface Forms {
    /**
     * The form of a type for the caller: the layout of the first of the caller's roles that has one, else that for
     * everybody, else all fields as they come. NOT_FOUND if there is no such type or no right to read it.
     */
    FormView of(String type);

    /**
     * How the fields that have conditions stand on the form of the caller.
     *
     * @param id the record, 0 for a new one
     * @param typed what has been typed so far, by name of the field; null empties one, what cannot be read counts as
     *     not typed
     */
    Map<String, FieldState> states(String type, long id, Map<String, @Nullable Object> typed);

    /**
     * The form as people with a role would see it, with their rights on fields; for administrators.
     *
     * @param draft a draft whose changes are in it, 0 for the form as it is
     * @param role code of the role
     */
    FormView preview(String type, String role, long draft);
}
