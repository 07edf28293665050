package org.quanhe.crm.launcher;

/** The server cannot start; the message says what is wrong and what to do. */
final class LaunchRefused extends RuntimeException {
    LaunchRefused(String message) {
        super(message);
    }
}
