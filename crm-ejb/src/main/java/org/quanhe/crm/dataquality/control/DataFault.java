package org.quanhe.crm.dataquality.control;

import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.LocalizedMessage;

/** Tells a row that cannot be written from a server that cannot write now. */
final class DataFault {
    private DataFault() {}

    /** Why the data themselves were refused; nothing if it was not the data. */
    static Optional<LocalizedMessage> of(Throwable thrown) {
        for (@Nullable Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof CrmException refused) {
                boolean ofRow =
                        refused.kind() == CrmException.Kind.INVALID || refused.kind() == CrmException.Kind.CONFLICT;
                return ofRow ? Optional.of(told(refused)) : Optional.empty();
            }
            String state = cause instanceof SQLException sql ? sql.getSQLState() : null;
            // class 22: a value does not fit its column; class 23: a constraint is broken
            if (state != null && (state.startsWith("22") || state.startsWith("23"))) {
                return Optional.of(LocalizedMessage.of("dataquality.row.inDatabase"));
            }
        }
        return Optional.empty();
    }

    private static LocalizedMessage told(CrmException refused) {
        return refused.violations().isEmpty()
                ? refused.text()
                : refused.violations().get(0).message();
    }
}
