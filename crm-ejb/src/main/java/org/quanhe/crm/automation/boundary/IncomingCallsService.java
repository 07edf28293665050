package org.quanhe.crm.automation.boundary;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.automation.IncomingCalls;
import org.quanhe.crm.automation.control.IncomingSteps;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.RecordRef;

/** The façade of calls from other systems; the transaction is that of the record alone. */
@Stateless
@Local(IncomingCalls.class)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class IncomingCallsService implements IncomingCalls {
    private static final String TAKEN = "23505";
    /** What the author lacks is not the caller's fault: who calls could sign in as often as it liked. */
    private static final Set<CrmException.Kind> OF_THE_AUTHOR =
            EnumSet.of(CrmException.Kind.UNAUTHENTICATED, CrmException.Kind.FORBIDDEN);

    @Inject
    private IncomingSteps steps;

    @Override
    public RecordRef take(String secret, Map<String, ?> body, @Nullable String key) {
        try {
            return steps.take(secret, body, key)
                    .orElseThrow(() -> new CrmException(
                            CrmException.Kind.NOT_FOUND, LocalizedMessage.of("platform.error.notFound", "hooks", "…")));
        } catch (RuntimeException failed) {
            throw refusal(failed);
        }
    }

    private static RuntimeException refusal(RuntimeException failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof CrmException refused) {
                return OF_THE_AUTHOR.contains(refused.kind())
                        ? new CrmException(
                                CrmException.Kind.CONFLICT,
                                LocalizedMessage.of("automation.error.author"),
                                List.of(),
                                failed)
                        : refused;
            }
            if (cause instanceof SQLException sql && TAKEN.equals(sql.getSQLState())) {
                return new CrmException(
                        CrmException.Kind.CONFLICT, LocalizedMessage.of("records.error.exists"), List.of(), failed);
            }
        }
        return failed;
    }
}
