package org.quanhe.crm.launcher;

import java.nio.file.Path;

final class JavaHome {
    private JavaHome() {}

    /** The java that runs us: a child never meets another version. */
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
