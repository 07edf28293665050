package org.quanhe.crm.capture.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.quanhe.crm.capture.entity.CaptureTurn;
import org.quanhe.crm.platform.TimeSource;

/** Lets one work after the other where two at once would do the same twice. */
@ApplicationScoped
public class Turns {
    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private TimeSource time;

    /**
     * Waits until nobody else works for a person with one of these keys, and lets others wait until the transaction
     * ends. In one order, always: two who have two keys in common do not wait for each other.
     */
    void await(Set<String> keys) {
        new TreeSet<>(keys).forEach(key -> locked(key).take(0, time.now()));
    }

    /** Who of them is next, behind the one who was last. */
    long next(long team, List<Long> members) {
        CaptureTurn turn = locked("team:" + team);
        long last = turn.holder();
        long next = members.stream().filter(member -> member > last).findFirst().orElse(members.get(0));
        turn.take(next, time.now());
        return next;
    }

    private CaptureTurn locked(String id) {
        CaptureTurn turn = entities.find(CaptureTurn.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (turn == null) {
            turn = new CaptureTurn(id);
            entities.persist(turn);
            // the database decides now who is first: the other one begins anew
            entities.flush();
        }
        return turn;
    }
}
