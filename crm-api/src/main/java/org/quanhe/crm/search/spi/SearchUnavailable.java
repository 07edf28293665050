package org.quanhe.crm.search.spi;

import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.LocalizedMessage;

/** The index does not answer: disk full, damaged, closed, remote and absent. Nothing was lost in the database. */
public class SearchUnavailable extends CrmException {
    private static final long serialVersionUID = 1L;

    public SearchUnavailable(@Nullable Throwable cause) {
        super(Kind.UNAVAILABLE, LocalizedMessage.of("search.error.unavailable"), java.util.List.of(), cause);
    }
}
