package org.quanhe.crm.harness;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.Random;

/**
 * Ports for servers that bind them later. None of those that the system gives to outgoing connections: one of them
 * could be taken in between, or while a killed server is down.
 */
public final class Ports {
    private static final int FIRST = 10_000;
    private static final int LAST = 19_999;
    private static final Random RANDOM = new Random();

    private Ports() {}

    /** A free port; another test JVM hardly draws the same. */
    public static int free() {
        while (true) {
            int port = FIRST + RANDOM.nextInt(LAST - FIRST + 1);
            if (isFree(port)) {
                return port;
            }
        }
    }

    /** A number n with free ports n + 48 and n + 80, as Payara Server counts its ports. */
    public static int freeBase() {
        for (int base = 20_000; base < 30_000; base += 100) {
            if (isFree(base + 48) && isFree(base + 80)) {
                return base;
            }
        }
        throw new IllegalStateException("no free ports");
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port)) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
