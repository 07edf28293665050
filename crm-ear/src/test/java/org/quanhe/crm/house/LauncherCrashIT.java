package org.quanhe.crm.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.harness.CrmProcess;

/** {@code crm.jar} as a process: it stops when asked, and leaves nothing behind when killed. */
@Tag("crash")
class LauncherCrashIT {
    @Test
    void killedLauncherLeavesNoServerAndSecondStartKeepsTheData() throws Exception {
        var crm = CrmProcess.fresh("launcher").start();
        var made = crm.crm()
                .signIn("admin", CrmProcess.ADMIN_PASSWORD)
                .post("/customers", "{\"kind\":\"person\",\"name\":\"Nguyễn Hòa\"}");
        assertThat(made.status()).as("%s", made).isEqualTo(201);

        var server = crm.kill9LauncherOnly();
        server.onExit().get(5, TimeUnit.SECONDS);

        crm.start();
        var kept = crm.crm().signIn("admin", CrmProcess.ADMIN_PASSWORD).get(made.header("Location"));
        assertThat(kept.status()).as("%s", kept).isEqualTo(200);
        assertThat(crm.stop()).isLessThan(Duration.ofSeconds(8));
    }
}
