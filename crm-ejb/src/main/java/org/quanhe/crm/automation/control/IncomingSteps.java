package org.quanhe.crm.automation.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.automation.entity.AutomationAddress;
import org.quanhe.crm.automation.spi.CalledTrigger;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.platform.control.AddressSecret;
import org.quanhe.crm.records.RecordView;
import org.quanhe.crm.records.control.CreateOnce;
import org.quanhe.crm.records.control.RecordTypes;
import org.quanhe.crm.records.control.RecordViews;
import org.quanhe.crm.records.entity.RecordEntity;
import org.quanhe.crm.records.spi.Access;

/** Makes records of what other systems send, and begins the runs of their automations, in one transaction. */
@ApplicationScoped
public class IncomingSteps {
    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private ActiveAutomations active;

    @Inject
    private RecordTypes types;

    @Inject
    private CreateOnce once;

    @Inject
    private NewRuns runs;

    @Inject
    private Access access;

    /** The automation that is called at that address; nothing if there is none, or it does not run. */
    private Optional<ActiveAutomations.Active> called(String secret) {
        return entities
                .createQuery("select a from AutomationAddress a where a.digest = :digest", AutomationAddress.class)
                .setParameter("digest", AddressSecret.digest(secret))
                .getResultList()
                .stream()
                .findFirst()
                .flatMap(address -> active.all().stream()
                        .filter(one -> one.rule().id() == address.automation()
                                && one.definition().trigger() instanceof CalledTrigger)
                        .findFirst());
    }

    /**
     * Makes the record with the rights of the automation's author.
     *
     * @param key of the caller, null for none
     * @return its address, nothing if there is no such automation
     */
    public Optional<RecordRef> take(String secret, Map<String, ?> body, @Nullable String key) {
        return called(secret).map(one -> access.as(one.rule().author(), () -> make(one, body, key)));
    }

    private RecordRef make(ActiveAutomations.Active one, Map<String, ?> body, @Nullable String key) {
        String type = one.rule().recordType();
        Map<String, Object> values = ((CalledTrigger) one.definition().trigger())
                .values(one.definition().on(), body);
        // one of its own for each automation, and apart from those that the author uses
        String own = key == null
                ? UUID.randomUUID().toString()
                : key.isBlank() ? "" : "hook/" + one.rule().id() + "/" + key;
        return once.earlier(type, values, own).map(RecordView::ref).orElseGet(() -> {
            try {
                return once.create(type, values, own, one.rule().name(), made -> begin(one, made))
                        .ref();
            } catch (RuntimeException failed) {
                // another call with this key may have been faster
                return once.earlier(type, values, own).map(RecordView::ref).orElseThrow(() -> failed);
            }
        });
    }

    private void begin(ActiveAutomations.Active one, RecordEntity made) {
        RecordRef ref = new RecordRef(one.rule().recordType(), made.getId());
        Map<String, Object> values = RecordViews.values(types.named(ref.type()), made);
        if (one.definition().condition().holds(values)) {
            runs.begin(
                    one,
                    new NewRuns.Subject(ref, made.title(), values, LocalizedMessage.of("automation.trace.called")));
            runs.nudgeBehindTheCommit();
        }
    }
}
