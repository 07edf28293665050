package org.quanhe.crm.identity.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.quanhe.crm.identity.control.Passwords;
import org.quanhe.crm.identity.control.UserDirectory;
import org.quanhe.crm.search.control.SearchEngine;

/**
 * Ready means that people can work: the whole way of a sign-in is walked (database, hashing, comparison) with a name
 * that nobody has, and the index answers.
 */
@Readiness
@ApplicationScoped
public class SignInReadiness implements HealthCheck {
    /** Not a possible sign-in name: the probe can neither succeed nor delay anybody. */
    private static final String NOBODY = "#readiness";

    @Inject
    private UserDirectory directory;

    @Inject
    private Passwords passwords;

    @Inject
    private SearchEngine engine;

    /** An installation whose first administrator is not there yet cannot be signed in to. */
    private boolean somebodyAdministers() {
        return directory.anyAdministrator();
    }

    @Override
    public HealthCheckResponse call() {
        try {
            boolean refused = directory.byName(NOBODY).isEmpty();
            return HealthCheckResponse.named("sign-in")
                    .status(refused && passwords.works() && somebodyAdministers())
                    .withData("documents", engine.get().documents())
                    .build();
        } catch (RuntimeException broken) {
            return HealthCheckResponse.named("sign-in")
                    .down()
                    .withData("reason", String.valueOf(broken.getMessage()))
                    .build();
        }
    }
}
