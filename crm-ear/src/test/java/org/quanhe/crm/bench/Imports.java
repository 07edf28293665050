package org.quanhe.crm.bench;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.quanhe.crm.harness.Crm;

/** Imports made-up customers, file after file. A file counts until its customers are committed and found. */
final class Imports {
    static final int FIRST = 20_000;
    private static final int LARGEST_FILE = 100_000;

    private final Server server;
    private long written;
    private Duration taken = Duration.ZERO;
    private Duration cpu = Duration.ZERO;

    Imports(Server server) {
        this.server = server;
    }

    long written() {
        return written;
    }

    /** Rows a second of all that was imported until now. */
    double rate() {
        return rate(written, taken);
    }

    /** Processor time of the server for a row, mean of all: what a neighbour on the machine changes least. */
    double cpuMillisOfRow() {
        return cpu.toNanos() / 1e6 / written;
    }

    /** Imports until there are that many customers, and returns the rows a second of this stretch. */
    double upTo(long customers) {
        var writtenBefore = written;
        var takenBefore = taken;
        while (written < customers) {
            file(Math.min(customers, written + LARGEST_FILE));
        }
        return rate(written - writtenBefore, taken.minus(takenBefore));
    }

    private void file(long to) {
        var content = MadeUpCustomers.table(written, to);
        Bench.tell("importing customers %,d to %,d (%,d kB)", written + 1, to, content.length() / 1024);
        var crm = server.administrator();
        var before = server.cpu();
        var began = System.nanoTime();
        bring(crm, "customers", content, to - written);
        taken = taken.plusNanos(System.nanoTime() - began);
        cpu = cpu.plus(server.cpu().minus(before));
        written = to;
    }

    /** Imports a table of any type, and waits until all its rows are written. */
    static void bring(Crm crm, String type, String table, long rows) {
        var accepted =
                crm.upload("/imports", type + ".tsv", table.getBytes(StandardCharsets.UTF_8), Map.of("type", type));
        if (accepted.status() != 202) {
            throw new IllegalStateException("the import was refused: " + accepted);
        }
        var location = accepted.header("Location");
        await(crm, location.substring(location.indexOf("/imports/")), rows);
    }

    private static void await(Crm crm, String address, long rows) {
        var job = crm.get(address).json();
        while (job.getString("state").equals("running")) {
            Server.pause(200);
            job = crm.get(address).json();
        }
        if (!job.getString("state").equals("done") || job.getInt("written") != rows) {
            throw new IllegalStateException("the import ended as " + job);
        }
    }

    private static double rate(long rows, Duration time) {
        return rows / (time.toNanos() / 1e9);
    }
}
