package org.quanhe.crm.platform.control;

import jakarta.annotation.Resource;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.quanhe.crm.platform.TimeSource;

/**
 * Asks the database once a second, in one question for all, whether something waits for a worker: what came due, what
 * another process wrote, what a crash left behind. Where nothing happens nobody else asks anything.
 *
 * <p>A worker says at its start what it waits for: a select of at most one value, which may compare with
 * {@code moment.now_at}, in words that every database knows. It is then told within a second, and again each second as
 * long as that is so, on a thread of the container's own: those of the executor may all have long work. Who looks by
 * itself at its start says so behind that: it may be told at once.
 */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Pulse {
    private static final System.Logger LOG = System.getLogger(Pulse.class.getName());

    @Resource
    private SessionContext context;

    @Inject
    private FreshReading fresh;

    @Inject
    private TimeSource time;

    private final List<PulseQuestion> questions = new CopyOnWriteArrayList<>();
    private final AtomicBoolean beating = new AtomicBoolean();

    /** Tells the worker while the select finds a row. */
    public void whenWaiting(String select, Runnable worker) {
        questions.add(PulseQuestion.whileFound(select, worker));
    }

    /** Tells the worker when the select has another value than before, and after the start. */
    public void whenOther(String select, Runnable worker) {
        questions.add(PulseQuestion.whenOther(select, worker));
    }

    /** Tells the worker each second. */
    public void always(Runnable worker) {
        questions.add(PulseQuestion.always(worker));
    }

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    void beat() {
        // at the very start nobody has said yet what to wait for
        if (!questions.isEmpty() && beating.compareAndSet(false, true)) {
            try {
                List<PulseQuestion> asked = List.copyOf(questions);
                Pulse beside = context.getBusinessObject(Pulse.class);
                PulseQuestion.toTell(asked, answers(PulseQuestion.together(asked)))
                        .forEach(beside::tell);
            } finally {
                beating.set(false);
            }
        }
    }

    /** Each on a thread of its own, as a timer of its own would be. */
    @Asynchronous
    public void tell(PulseQuestion question) {
        question.tell();
    }

    /** Empty where the database does not answer: then everybody looks. */
    private List<Object> answers(String question) {
        try {
            List<?> row = fresh.of(entities -> entities.createNativeQuery(question)
                    .setParameter(1, LocalDateTime.ofInstant(time.now(), ZoneOffset.UTC))
                    .getResultList());
            return Arrays.asList((Object[]) row.get(0));
        } catch (RuntimeException unavailable) {
            LOG.log(Level.WARNING, "the database cannot be asked what waits", unavailable);
            return List.of();
        }
    }
}
