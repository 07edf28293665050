package org.quanhe.crm.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.quanhe.crm.harness.clock.MovableTime;

/**
 * A server whose time a test moves forward, as if hours or weeks went by; register it as a static extension. While the
 * tests of the class run, whatever asks for the shared server gets this one; tag the class "crash", as it puts a server
 * of its own up. All classes of a JVM have one.
 */
public final class TimedCrm implements BeforeAllCallback, AfterAllCallback {
    private static CrmProcess server;

    @Override
    public void beforeAll(ExtensionContext tests) {
        RunningCrm.instead(started());
    }

    @Override
    public void afterAll(ExtensionContext tests) {
        RunningCrm.instead(null);
    }

    private static synchronized CrmProcess started() {
        if (server == null) {
            server = Postbox.get()
                    .takesMailsOf(
                            CrmProcess.fresh("timed-" + ProcessHandle.current().pid())
                                    .withMovableTime())
                    .with("CRM_WEBHOOK_LOCAL", "true")
                    .start();
        }
        return server;
    }

    /** What the server takes for now. */
    public Instant now() {
        return Instant.now().plus(MovableTime.ahead(server.home()));
    }

    /** So much time goes by. Who signed in long ago is signed out: ask for {@link Crm#admin()} anew. */
    public void passes(Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException("no time goes backwards: " + time);
        }
        Path file = server.home().resolve(MovableTime.FILE);
        Path draft = file.resolveSibling(MovableTime.FILE + ".draft");
        try {
            Files.writeString(draft, MovableTime.ahead(server.home()).plus(time).toString());
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Crm.signInAnew();
    }

    /** Time goes by until then. */
    public void until(Instant moment) {
        passes(Duration.between(now(), moment));
    }
}
