package org.quanhe.crm.privacy.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quanhe.crm.audit.FieldChange;
import org.quanhe.crm.audit.control.AuditTrail;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.platform.TimeSource;
import org.quanhe.crm.privacy.Purpose;
import org.quanhe.crm.privacy.entity.Consent;
import org.quanhe.crm.privacy.entity.RefusedAddress;
import org.quanhe.crm.privacy.spi.ConsentLedger;
import org.quanhe.crm.privacy.spi.Consenting;
import org.quanhe.crm.records.control.RecordTypeDescriptor;
import org.quanhe.crm.records.control.RecordTypes;
import org.quanhe.crm.records.control.RecordVerbs;
import org.quanhe.crm.records.entity.RecordEntity;

/** Keeps what people said, and what they agree to today beside them. */
@ApplicationScoped
public class Ledger implements ConsentLedger {
    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private PurposeBook book;

    @Inject
    private RecordTypes types;

    @Inject
    private RecordVerbs verbs;

    @Inject
    private AuditTrail audit;

    @Inject
    private TimeSource time;

    @Override
    public List<Purpose> purposes() {
        return book.all().stream().filter(purpose -> !purpose.retired()).toList();
    }

    @Override
    public void given(RecordRef person, String purpose, Evidence evidence) {
        say(person, new Consent(person, purpose, true, evidence.source(), evidence.wording(), 0, evidence.at()));
    }

    @Override
    public void withdrawn(RecordRef person, String purpose, Evidence evidence) {
        say(person, new Consent(person, purpose, false, evidence.source(), evidence.wording(), 0, evidence.at()));
    }

    @Override
    public boolean allows(RecordRef person, String purpose) {
        return find(person, LockModeType.NONE).getAgreed().contains(purpose);
    }

    /** Keeps an answer; the record is locked, so that of two answers at once the later one counts. */
    public void say(RecordRef person, Consent answer) {
        book.demand(answer.purpose());
        Consenting record = find(person, LockModeType.PESSIMISTIC_WRITE);
        entities.persist(answer);
        record.getEmails().forEach(address -> remember(answer.purpose(), address.value(), answer.given()));
        stand(person, record, answer);
    }

    /** Somebody with that address said yes or no. */
    public void remember(String purpose, String address, boolean given) {
        String id = RefusedAddress.id(purpose, address);
        RefusedAddress known = entities.find(RefusedAddress.class, id);
        if (given && known != null) {
            entities.remove(known);
        } else if (!given && known == null) {
            entities.persist(new RefusedAddress(id, time.now()));
        }
    }

    /** True if somebody with that address said no and nobody with it has said yes since. */
    boolean refused(String purpose, String address) {
        return entities.find(RefusedAddress.class, RefusedAddress.id(purpose, address)) != null;
    }

    private void stand(RecordRef person, Consenting record, Consent last) {
        List<String> before = record.getAgreed();
        List<String> after = book.all().stream()
                .map(Purpose::code)
                .filter(code -> code.equals(last.purpose()) ? last.given() : before.contains(code))
                .toList();
        if (verbs.follow(person.type(), (RecordEntity) record, () -> record.agree(after))) {
            audit.note(
                    person,
                    time.now(),
                    last.by(),
                    "changed",
                    List.of(new FieldChange(Consenting.FIELD, String.join(", ", before), String.join(", ", after))),
                    LocalizedMessage.of("privacy.why", last.source()));
        }
    }

    @Override
    public void follow(RecordRef from, RecordRef to) {
        Map<String, Consent> theirs = last(to);
        last(from).forEach((purpose, answer) -> {
            Consent known = theirs.get(purpose);
            if (known == null || known.at().isBefore(answer.at())) {
                say(to, answer.of(to));
            }
        });
    }

    /** What the person said last, by purpose. */
    public Map<String, Consent> last(RecordRef person) {
        Map<String, Consent> last = new LinkedHashMap<>();
        all(person).forEach(answer -> last.put(answer.purpose(), answer));
        return last;
    }

    /** Everything the person said, the oldest first. */
    public List<Consent> all(RecordRef person) {
        return entities.createQuery(
                        "select c from Consent c where c.recordType = :type and c.recordId = :id order by c.id",
                        Consent.class)
                .setParameter("type", person.type())
                .setParameter("id", person.id())
                .getResultList();
    }

    private Consenting find(RecordRef person, LockModeType lock) {
        RecordTypeDescriptor type = types.named(person.type());
        RecordEntity found = type.find(entities, person.id(), lock);
        if (found instanceof Consenting consenting && !found.deleted()) {
            return consenting;
        }
        throw CrmException.notFound(person);
    }
}
