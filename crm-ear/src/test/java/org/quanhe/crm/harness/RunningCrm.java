package org.quanhe.crm.harness;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** The one server that all tests of a suite share, booted at first use. */
final class RunningCrm {
    private static CrmProcess process;
    private static @Nullable CrmProcess instead;
    private static boolean tried;

    private RunningCrm() {}

    /** {@code h2} or {@code postgresql}, as the suite or the Failsafe execution says. */
    static String database() {
        return System.getProperty("crm.it.database", "h2");
    }

    /** From now on that one is taken for the shared server, until null is told. */
    static synchronized void instead(@Nullable CrmProcess other) {
        instead = other;
        Crm.signInAnew();
    }

    static synchronized CrmProcess get() {
        if (instead != null) {
            return instead;
        }
        if (process == null) {
            if (tried) {
                throw new AssertionError("the server did not start; the first failed test says why");
            }
            tried = true;
            // with every compiler: it lives for minutes, and the client compiler alone hashes passwords at a third
            var fresh = CrmProcess.fresh(database()).with("CRM_JAVA_OPTIONS", coverageAgent());
            Postbox.get().takesMailsOf(fresh);
            Handsets.get().takesTextsOf(fresh);
            // servers that tests put up in this JVM
            fresh.with("CRM_WEBHOOK_LOCAL", "true");
            if (database().equals("postgresql")) {
                onPostgres(fresh);
            }
            process = fresh.start();
        }
        return process;
    }

    /** Set by Failsafe; left unresolved where coverage is switched off. */
    private static String coverageAgent() {
        var option = System.getProperty("crm.it.javaOptions", "");
        return option.startsWith("-javaagent")
                ? option.replace("jacoco-it.exec", "jacoco-it-" + database() + ".exec") + ",append=false"
                : "";
    }

    /** A real PostgreSQL, unpacked below {@code target}; it stops with the test JVM. */
    static void onPostgres(CrmProcess crm) {
        try {
            var postgres = EmbeddedPostgres.builder()
                    .setPort(Ports.free())
                    .setLocaleConfig("locale", "C.UTF-8")
                    .setLocaleConfig("encoding", "UTF-8")
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> close(postgres)));
            crm.with("CRM_DB_URL", postgres.getJdbcUrl("postgres", "postgres").replaceFirst("\\?.*", ""))
                    .with("CRM_DB_USER", "postgres")
                    .with("CRM_DB_PASSWORD", "postgres");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void close(EmbeddedPostgres postgres) {
        try {
            if (process != null) {
                process.stop();
            }
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
