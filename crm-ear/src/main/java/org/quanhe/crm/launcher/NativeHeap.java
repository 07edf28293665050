package org.quanhe.crm.launcher;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * Memory outside the Java heap. Compilers and starts take a hundred megabytes of it for a while and free them; glibc
 * keeps what was freed, and the server would be that much larger to the end of its days.
 */
final class NativeHeap {
    private static final Duration EVERY = Duration.ofMinutes(1);

    private NativeHeap() {}

    /** From now on what is free goes back to the system once a minute, if this JVM can do that. */
    static void giveBackNowAndThen() {
        var giver = new Thread(
                () -> {
                    try {
                        while (giveBack()) {
                            Thread.sleep(EVERY.toMillis());
                        }
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "give memory back");
        giver.setDaemon(true);
        giver.start();
    }

    /** False if this JVM or system cannot: the command came with later updates of Java 17, and for glibc alone. */
    static boolean giveBack() {
        try {
            ManagementFactory.getPlatformMBeanServer()
                    .invoke(
                            new ObjectName("com.sun.management:type=DiagnosticCommand"),
                            "systemTrimNativeHeap",
                            null,
                            null);
            return true;
        } catch (JMException unknown) {
            return false;
        }
    }
}
