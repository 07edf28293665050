package org.quanhe.crm.pipeline;

import java.util.Optional;

/**
 * Whose opportunities are asked for.
 *
 * @param owner number of a user
 * @param team number of a team
 */
public record Narrowing(Optional<Long> owner, Optional<Long> team) {
    /** Everybody's, as far as the caller may see them. */
    public static final Narrowing NONE = new Narrowing(Optional.empty(), Optional.empty());
}
