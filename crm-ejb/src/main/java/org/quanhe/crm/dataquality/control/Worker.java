package org.quanhe.crm.dataquality.control;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who works on jobs: one process on one CRM_HOME. Only one process at a time has a home, so a job that an earlier
 * process of the same home claimed was left behind by it.
 *
 * @param home name of host and home
 * @param process this process
 */
record Worker(String home, String process) {
    static Worker of(Path home) {
        return new Worker(
                host() + ":" + Integer.toHexString(home.toString().hashCode()),
                UUID.randomUUID().toString());
    }

    private static String host() {
        try {
            String name = InetAddress.getLocalHost().getHostName();
            return name.length() > 100 ? name.substring(0, 100) : name;
        } catch (UnknownHostException nameless) {
            return "localhost";
        }
    }

    String name() {
        return home + '|' + process;
    }

    boolean isSuccessorOf(@Nullable String other) {
        return other != null && other.startsWith(home + '|') && !other.equals(name());
    }
}
