package org.quanhe.crm.capture.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Supplier;
import org.quanhe.crm.identity.Role;
import org.quanhe.crm.identity.TeamMembers;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.records.spi.Access;

/**
 * In whose name visitors are served: the first administrator's. Nobody's rights stand in the way of finding who
 * somebody is, and a form goes on when who made it has left.
 */
@ApplicationScoped
public class FrontDesk {
    @Inject
    private TeamMembers members;

    @Inject
    private Access access;

    /** Does the work in that name. */
    public <T> T serve(Supplier<T> work) {
        String name = members.inRole(Role.ADMINISTRATOR).stream()
                .map(members::signInName)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() ->
                        new CrmException(CrmException.Kind.UNAVAILABLE, LocalizedMessage.of("capture.error.nobody")));
        return access.as(name, work);
    }
}
