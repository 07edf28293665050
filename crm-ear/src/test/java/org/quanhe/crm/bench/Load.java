package org.quanhe.crm.bench;

import java.util.ArrayList;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.quanhe.crm.harness.Answer;

/** Eight clients that call without pause. */
final class Load implements AutoCloseable {
    static final int CLIENTS = 8;

    private final ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
    private final SplittableRandom seeds = new SplittableRandom(7);

    /** One call by the client of that number. */
    interface Call {
        Answer by(int client, SplittableRandom random);
    }

    /** Makes that many calls, whichever client is free; throws when one is answered with an error. */
    void run(int calls, Call call) {
        var left = new AtomicInteger(calls);
        var clients = new ArrayList<Future<?>>();
        for (int i = 0; i < CLIENTS; i++) {
            int client = i;
            var random = seeds.split();
            clients.add(threads.submit(() -> {
                while (left.getAndDecrement() > 0) {
                    var answer = call.by(client, random);
                    // a page that sends to sign-in or an error would be cheap, and no figure
                    if (answer.status() != 200 && answer.status() != 201) {
                        throw new IllegalStateException("no figure, the answer was " + answer);
                    }
                }
            }));
        }
        for (var client : clients) {
            join(client);
        }
    }

    private static void join(Future<?> client) {
        try {
            client.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
