package org.quanhe.crm.records.spi;

import java.util.Set;
import java.util.function.Supplier;
import org.quanhe.crm.identity.CurrentUser;
import org.quanhe.crm.identity.Role;
import org.quanhe.crm.records.Filter;

/**
 * What the caller may see and do: the one place that decides, for lists, pages, REST, search, export and counts. Rights
 * are conditions on records, so that SQL, the index and memory apply the very same thing.
 */
public interface Access {
    /** Who is calling; throws UNAUTHENTICATED if nobody is. */
    CurrentUser caller();

    /** Which records of the type the caller may see; {@link Filter#NONE} for none. */
    Filter readable(String type);

    /** Which the caller may change. */
    Filter writable(String type);

    /** Which the caller may delete. */
    Filter deletable(String type);

    /** Which fields of the type the caller may read and write, in records that the caller may read and write. */
    FieldScope fields(String type);

    /** Which fields somebody with those roles, and no others, may read and write. */
    FieldScope fields(String type, Set<Role> roles);

    /** Does work with the rights of that user; for jobs that somebody started. */
    <T> T as(String username, Supplier<T> work);
}
