package org.quanhe.crm.search.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.quanhe.crm.search.control.IndexCondition;

/**
 * Tells those who watch the server that search is behind. That is no reason to send nobody here: people can work, and
 * search finds what was saved before.
 */
@Readiness
@ApplicationScoped
public class SearchReadiness implements HealthCheck {
    @Inject
    private IndexCondition condition;

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("search").up();
        return condition
                .behindSince()
                .map(Instant::toString)
                .map(since -> answer.withData("state", "behind").withData("since", since))
                .orElseGet(() -> answer.withData("state", "current"))
                .build();
    }
}
