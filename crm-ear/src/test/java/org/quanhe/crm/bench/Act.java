package org.quanhe.crm.bench;

import java.time.Duration;

/** One kind of call, and what it has taken so far. */
final class Act {
    final String name;
    final double target;
    final Load.Call call;
    private Duration cpu = Duration.ZERO;
    private Duration waited = Duration.ZERO;
    private int calls;

    /** @param target mean CPU-ms of a call, at most */
    Act(String name, double target, Load.Call call) {
        this.name = name;
        this.target = target;
        this.call = call;
    }

    void warmUp(Load load, int count) {
        load.run(count, call);
    }

    /** One round. What the server does afterwards because of it counts, such as the index of created records. */
    void measure(Load load, Server server, int count) {
        server.awaitRest();
        var before = server.cpu();
        var began = System.nanoTime();
        load.run(count, call);
        waited = waited.plusNanos(System.nanoTime() - began);
        server.awaitRest();
        cpu = cpu.plus(server.cpu().minus(before));
        calls += count;
    }

    double cpuMillis() {
        return cpu.toNanos() / 1e6 / calls;
    }

    /** Mean time that a client waited for an answer, with all clients calling at once. */
    double waitedMillis() {
        return waited.toNanos() / 1e6 * Load.CLIENTS / calls;
    }
}
