package org.quanhe.crm.dataquality.control.columns;

import java.util.Optional;
import org.quanhe.crm.platform.RecordRef;

/** Finds the users and teams that a table names. */
@FunctionalInterface
public interface People {
    /**
     * The user or team of that name.
     *
     * @param type {@code users} or {@code teams}
     * @param text user name, mail address or display name of a user; name of a team
     */
    Optional<RecordRef> find(String type, String text);
}
