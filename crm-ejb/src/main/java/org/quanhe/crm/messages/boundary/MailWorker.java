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
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.quanhe.crm.messages.control.MailSignal;
import org.quanhe.crm.messages.control.MailSteps;
import org.quanhe.crm.messages.control.smtp.MailRefusal;
import org.quanhe.crm.messages.control.smtp.MailServer;
import org.quanhe.crm.messages.control.smtp.SmtpLine;

/**
 * Hands mails to the mail server: at once behind the commit that wrote them, and every few seconds whatever is due.
 *
 * <p>A mail is claimed in a transaction, handed over outside of any, and marked as sent in another. What {@code kill
 * -9} can do: before the claim is committed, nothing was sent and it is sent later. Behind the mark, it was sent once.
 * Between the two nobody can know whether the mail server had taken it, for SMTP has no question for that: the mail
 * stays claimed, and after twice the server's patience it is <em>in doubt</em>, with two buttons, and never goes out
 * again by itself. The same holds where the line breaks before the server's last answer. If somebody sends such a mail
 * again, it has the same Message-ID as before, by which receivers can tell. A mail server that answers with a failure
 * did not take the mail: by SMTP's rules that is certain, so those are tried again without asking.
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

    @Resource
    private ManagedExecutorService executor;

    private final AtomicBoolean working = new AtomicBoolean();
    private volatile boolean again;
    private volatile boolean stopping;

    @PostConstruct
    void start() {
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
        again = true;
        if (!stopping && MailServer.isSet() && working.compareAndSet(false, true)) {
            executor.submit(this::work);
        }
    }

    private void work() {
        try {
            while (again && !stopping) {
                again = false;
                steps.leaveInDoubt(Duration.ofMillis(2 * MailServer.timeoutMillis()));
                List<Long> due = steps.due(CHUNK);
                while (!due.isEmpty() && !stopping && sendAll(due)) {
                    due = steps.due(CHUNK);
                }
            }
        } catch (RuntimeException failed) {
            LOG.log(Level.WARNING, "mails cannot be looked after now", failed);
        } finally {
            working.set(false);
        }
    }

    /** False if the mail server cannot be reached: one mail says so, the others wait for the next round. */
    private boolean sendAll(List<Long> due) {
        try (SmtpLine line = SmtpLine.open()) {
            for (long id : due) {
                if (stopping || !line.isOpen()) {
                    break;
                }
                send(line, id);
            }
            return true;
        } catch (MailRefusal unreachable) {
            LOG.log(Level.WARNING, "no mail goes out: {0}", unreachable.getMessage());
            steps.claim(due.get(0)).ifPresent(mail -> steps.refused(mail.mail().id(), unreachable));
            return false;
        }
    }

    private void send(SmtpLine line, long id) {
        Optional<MailSteps.Claimed> claimed = steps.claim(id);
        if (claimed.isPresent()) {
            try {
                line.send(claimed.get());
                steps.sent(id);
            } catch (MailRefusal refusal) {
                LOG.log(Level.INFO, "mail {0} did not go out: {1}", id, refusal.meaning());
                steps.refused(id, refusal);
            }
        }
    }
}
