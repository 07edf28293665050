package org.quanhe.crm.crash;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.quanhe.crm.harness.Crm;
import org.quanhe.crm.harness.CrmProcess;
import org.quanhe.crm.harness.Patience;
import org.quanhe.crm.harness.UnderWay;

/** One {@code kill -9} in the middle of several works. */
final class Kill {
    private static final int TRIES = 8;
    private static final long LOOK_MILLIS = 20;

    private final List<UnderWay> works;
    private final Crm admin;
    private final ExecutorService hands = Executors.newCachedThreadPool();
    private final AtomicBoolean dying = new AtomicBoolean();
    private final AtomicReference<Throwable> failed = new AtomicReference<>();
    private int begun;

    private Kill(List<UnderWay> works, Crm admin) {
        this.works = works;
        this.admin = admin;
    }

    /** Begins the works on a running server, and ends with a dead one, that was in the middle of each of them. */
    static void inTheMiddleOf(List<UnderWay> works, CrmProcess server) {
        Crm admin = signedIn(server);
        works.forEach(work -> work.prepare(admin));
        new Kill(works, admin).strike(server);
        for (int tries = 1; !works.stream().allMatch(work -> work.wasMidway(server)); tries++) {
            if (tries == TRIES) {
                throw new AssertionError("one of the works was over at each of " + TRIES + " kills");
            }
            new Kill(works, signedIn(server.start())).strike(server);
        }
    }

    static Crm signedIn(CrmProcess server) {
        return server.crm().signIn("admin", CrmProcess.ADMIN_PASSWORD);
    }

    private void strike(CrmProcess server) {
        Patience.until("all works are in their middle", LOOK_MILLIS, this::allAreMidway);
        dying.set(true);
        server.kill9();
        hands.shutdown();
        Patience.until("the last call has ended", hands::isTerminated);
    }

    /** Each is begun when those before it are midway: a short one would be over before a long one has got there. */
    private boolean allAreMidway() {
        if (failed.get() != null) {
            throw new AssertionError("a work failed on a server that nobody had killed", failed.get());
        }
        int midway = 0;
        while (midway < begun && works.get(midway).isMidway(admin)) {
            midway++;
        }
        if (midway == begun && begun < works.size()) {
            begin(works.get(begun++));
            return false;
        }
        return midway == works.size();
    }

    private void begin(UnderWay work) {
        for (int hand = 0; hand < work.hands(); hand++) {
            hands.execute(() -> {
                try {
                    while (!dying.get()) {
                        work.work(admin);
                    }
                } catch (RuntimeException | AssertionError noAnswer) {
                    // of a dead server: no answer, no promise
                    if (!dying.get()) {
                        failed.compareAndSet(null, noAnswer);
                    }
                }
            });
        }
    }
}
