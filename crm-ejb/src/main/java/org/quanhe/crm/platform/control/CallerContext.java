package org.quanhe.crm.platform.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import java.security.Principal;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Who is calling: whom the server signed in, or for whom a job runs. */
@ApplicationScoped
public class CallerContext {
    private static final ThreadLocal<@Nullable String> RUN_AS = new ThreadLocal<>();

    @Inject
    private SecurityContext security;

    /** The caller's sign-in name, or nothing. */
    public Optional<String> username() {
        String job = RUN_AS.get();
        if (job != null) {
            return Optional.of(job);
        }
        try {
            Principal principal = security.getCallerPrincipal();
            return Optional.ofNullable(principal).map(Principal::getName);
        } catch (IllegalStateException nobodyCalls) {
            // The server starts the application or rings a timer: it refuses the question.
            return Optional.empty();
        }
    }

    /** Does the work with the rights of that user; for jobs that somebody started. */
    public static <T> T runAs(String username, Supplier<T> work) {
        String before = RUN_AS.get();
        RUN_AS.set(username);
        try {
            return work.get();
        } finally {
            if (before == null) {
                RUN_AS.remove();
            } else {
                RUN_AS.set(before);
            }
        }
    }
}
