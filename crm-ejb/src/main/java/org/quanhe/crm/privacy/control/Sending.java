package org.quanhe.crm.privacy.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.stream.Stream;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.platform.TimeSource;
import org.quanhe.crm.platform.control.AddressSecret;
import org.quanhe.crm.platform.control.Configuration;
import org.quanhe.crm.platform.settings.CrmSettings;
import org.quanhe.crm.privacy.entity.ConsentLink;
import org.quanhe.crm.privacy.spi.SendingConsent;

/** Says what may be sent, and gives the way out that stands in it. */
@ApplicationScoped
public class Sending implements SendingConsent {
    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private Ledger ledger;

    @Inject
    private PurposeBook book;

    @Inject
    private TimeSource time;

    @Override
    public boolean known(String purpose) {
        return book.all().stream().anyMatch(one -> one.code().equals(purpose));
    }

    @Override
    public Optional<WayOut> wayOut(RecordRef person, String purpose, String address) {
        return allowed(person, purpose, address) ? Optional.of(way(person, address)) : Optional.empty();
    }

    private boolean allowed(RecordRef person, String purpose, String address) {
        try {
            return ledger.allows(person, purpose) && !ledger.refused(purpose, address);
        } catch (CrmException deleted) {
            return false;
        }
    }

    private WayOut way(RecordRef person, String address) {
        ConsentLink link = entities.createQuery(
                        "select l from ConsentLink l where l.recordType = :type and l.recordId = :id"
                                + " and l.address = :address",
                        ConsentLink.class)
                .setParameter("type", person.type())
                .setParameter("id", person.id())
                .setParameter("address", address)
                .getResultStream()
                .findFirst()
                .orElseGet(() -> made(person, address));
        return new WayOut(link.key(), url(link.key()));
    }

    private ConsentLink made(RecordRef person, String address) {
        ConsentLink link = new ConsentLink(AddressSecret.fresh(), person, address, time.now());
        entities.persist(link);
        return link;
    }

    @Override
    public boolean holds(String key, String purpose) {
        return link(key)
                .filter(link -> allowed(link.person(), purpose, link.address()))
                .isPresent();
    }

    @Override
    public LocalizedMessage refusal(String purpose) {
        return LocalizedMessage.of(
                "privacy.refusal",
                book.all().stream()
                        .filter(one -> one.code().equals(purpose))
                        .map(one -> LocalizedMessage.named(Stream.of(Language.values())
                                .map(language -> one.names().getOrDefault(language, purpose))
                                .toList()))
                        .findFirst()
                        .orElseGet(() -> LocalizedMessage.verbatim(purpose)));
    }

    /** Whom the key belongs to. */
    public Optional<ConsentLink> link(String key) {
        return Optional.ofNullable(entities.find(ConsentLink.class, key));
    }

    @Override
    public String url(String key) {
        String outside = Configuration.find(CrmSettings.PUBLIC_ADDRESS)
                .orElseGet(() -> "http://localhost:" + Configuration.number(CrmSettings.HTTP_PORT) + "/crm");
        return outside.replaceAll("/+$", "") + "/consent/" + key;
    }
}
