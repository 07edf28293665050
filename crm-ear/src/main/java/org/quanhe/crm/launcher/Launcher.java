package org.quanhe.crm.launcher;

import java.io.IOException;

/** {@code java -jar crm.jar}: unpacks, starts the server and stays until it ends. */
public final class Launcher {
    private Launcher() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        try {
            System.exit(run());
        } catch (LaunchRefused e) {
            System.err.println("Quanhe CRM did not start. " + e.getMessage());
            System.exit(1);
        }
    }

    private static int run() throws IOException, InterruptedException {
        var settings = LaunchSettings.read();
        var bundle = Bundle.unpack(settings.home().resolve("runtime"));
        return ServerProcess.start(settings, bundle).waitFor();
    }
}
