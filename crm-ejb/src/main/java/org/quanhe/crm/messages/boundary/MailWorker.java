package org.quanhe.crm.messages.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.quanhe.crm.messages.control.Carrier;
import org.quanhe.crm.messages.control.Carriers;
import org.quanhe.crm.messages.control.MailSignal;
import org.quanhe.crm.messages.control.MailSteps;
import org.quanhe.crm.messages.control.Refusal;

/**
 * Hands messages to those who carry them: at once behind the commit that wrote them, and every few seconds whatever is
 * due. Each carrier has a round of its own, so that one that does not answer holds up nobody else's.
 *
 * <p>A message is claimed in a transaction, handed over outside of any, and marked as sent in another. What {@code kill
 * -9} can do: before the claim is committed, nothing was sent and it is sent later. Behind the mark, it was sent once.
 * Between the two nobody can know whether the other side had taken it: the message stays claimed, and after the
 * carrier's patience it is <em>in doubt</em>, with two buttons, and never goes out again by itself. The same holds
 * where the line breaks before the last answer.
 */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MailWorker {
    private static final System.Logger LOG = System.getLogger(MailWorker.class.getName());
    private static final int CHUNK = 50;

    @Inject
    private MailSteps steps;

    @Inject
    private MailSignal signal;

    @Inject
    private Carriers carriers;

    @Resource
    private ManagedExecutorService executor;

    private List<Rounds> rounds = List.of();
    private volatile boolean stopping;

    @PostConstruct
    void start() {
        rounds = carriers.all().stream().map(Rounds::new).toList();
        signal.listen(this::wake);
    }

    @PreDestroy
    void stop() {
        stopping = true;
    }

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    void tick() {
        wake();
    }

    private void wake() {
        rounds.forEach(Rounds::wake);
    }

    /** The rounds of one carrier, one at a time. */
    private final class Rounds {
        private final Carrier carrier;
        private final AtomicBoolean working = new AtomicBoolean();
        private volatile boolean again;

        Rounds(Carrier carrier) {
            this.carrier = carrier;
        }

        void wake() {
            again = true;
            if (!stopping && carrier.isSet() && working.compareAndSet(false, true)) {
                executor.submit(this::work);
            }
        }

        private void work() {
            try {
                while (again && !stopping) {
                    again = false;
                    steps.leaveInDoubt(carrier);
                    List<Long> due = steps.due(carrier.kind(), CHUNK);
                    while (!due.isEmpty() && !stopping && sendAll(due)) {
                        due = steps.due(carrier.kind(), CHUNK);
                    }
                }
            } catch (RuntimeException failed) {
                LOG.log(Level.WARNING, carrier.kind() + " cannot be looked after now", failed);
            } finally {
                working.set(false);
            }
        }

        /** False if nothing got anywhere: one message says so, the others wait for the next round. */
        private boolean sendAll(List<Long> due) {
            try (Carrier.Line line = carrier.open()) {
                boolean onward = false;
                for (long id : due) {
                    if (stopping || !line.isOpen()) {
                        break;
                    }
                    onward |= send(line, id);
                }
                return onward;
            } catch (Refusal unreachable) {
                LOG.log(Level.WARNING, "no {0} goes out: {1}", carrier.kind(), unreachable.getMessage());
                steps.claim(due.get(0))
                        .ifPresent(claimed -> steps.refused(claimed.mail().id(), unreachable));
                return false;
            }
        }

        /** False if it has to be tried again. */
        private boolean send(Carrier.Line line, long id) {
            Optional<MailSteps.Claimed> claimed = steps.claim(id);
            try {
                if (claimed.isPresent()) {
                    line.send(claimed.get());
                    steps.sent(id);
                }
                return true;
            } catch (Refusal refusal) {
                LOG.log(Level.INFO, "message {0} did not go out: {1}", id, refusal.meaning());
                steps.refused(id, refusal);
                return refusal.meaning() != Refusal.Meaning.LATER;
            }
        }
    }
}
