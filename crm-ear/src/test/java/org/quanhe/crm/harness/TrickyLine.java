package org.quanhe.crm.harness;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A line to a mail server that hands on what is said, but refuses or falls silent for certain addresses. */
final class TrickyLine {
    private final int target;
    private final ServerSocket socket;
    private final Set<String> sentAway = ConcurrentHashMap.newKeySet();

    TrickyLine(int target) {
        this.target = target;
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        daemon(this::listen);
    }

    int port() {
        return socket.getLocalPort();
    }

    private static void daemon(Runnable work) {
        var thread = new Thread(work, "mail line");
        thread.setDaemon(true);
        thread.start();
    }

    private void listen() {
        try {
            while (true) {
                var caller = socket.accept();
                daemon(() -> talk(caller));
            }
        } catch (IOException closed) {
            // the tests are over
        }
    }

    /** One side of the talk. */
    private record Side(BufferedReader in, OutputStream out) {
        static Side of(Socket socket) throws IOException {
            return new Side(
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1)),
                    socket.getOutputStream());
        }

        void say(String line) throws IOException {
            out.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
        }
    }

    private void talk(Socket caller) {
        try (caller;
                var server = new Socket(InetAddress.getLoopbackAddress(), target)) {
            var client = Side.of(caller);
            var target = Side.of(server);
            var silent = false;
            answer(target, client, false);
            for (var said = client.in().readLine();
                    said != null;
                    said = client.in().readLine()) {
                var command = said.toLowerCase(Locale.ROOT);
                if (command.startsWith("rcpt to:<nobody")) {
                    client.say("550 5.1.1 no such user here");
                } else if (command.startsWith("rcpt to:<busy") && sentAway.add(command)) {
                    client.say("451 4.2.1 too busy now");
                } else {
                    silent = silent || command.startsWith("rcpt to:<silent");
                    target.say(said);
                    answer(target, client, false);
                    if (command.equals("data")) {
                        text(client, target);
                        answer(target, client, silent);
                    }
                }
            }
        } catch (IOException hungUp) {
            // so do mail clients
        }
    }

    private static void text(Side client, Side target) throws IOException {
        String line;
        do {
            line = client.in().readLine();
            target.say(line == null ? "." : line);
        } while (line != null && !line.equals("."));
    }

    /** Hands an answer on, all its lines, or keeps it. */
    private static void answer(Side target, Side client, boolean kept) throws IOException {
        String line;
        do {
            line = target.in().readLine();
            if (!kept && line != null) {
                client.say(line);
            }
        } while (line != null && line.length() > 3 && line.charAt(3) == '-');
    }
}
