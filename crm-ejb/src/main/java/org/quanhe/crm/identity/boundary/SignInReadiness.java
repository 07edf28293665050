package org.quanhe.crm.identity.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.quanhe.crm.platform.control.StartedState;

/** Ready means that people can work: a sign-in would succeed and the index answers. */
@Readiness
@ApplicationScoped
public class SignInReadiness implements HealthCheck {
    @Inject
    private SignInProbe probe;

    @Inject
    private StartedState state;

    @Override
    public HealthCheckResponse call() {
        if (!state.started()) {
            return HealthCheckResponse.named("sign-in")
                    .down()
                    .withData("reason", "starting")
                    .build();
        }
        try {
            return HealthCheckResponse.named("sign-in").status(probe.works()).build();
        } catch (RuntimeException broken) {
            return HealthCheckResponse.named("sign-in")
                    .down()
                    .withData("reason", broken.getClass().getSimpleName())
                    .build();
        }
    }
}
