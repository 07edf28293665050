package org.quanhe.crm.leads.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Map;
import java.util.Optional;
import org.quanhe.crm.leads.entity.Conversion;
import org.quanhe.crm.leads.entity.Conversion.Made;
import org.quanhe.crm.leads.entity.Lead;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.platform.TimeSource;
import org.quanhe.crm.records.control.RecordLinks;
import org.quanhe.crm.records.control.RecordVerbs;
import org.quanhe.crm.records.control.RecordWriter;

/**
 * Takes conversions back. What they made goes, as far as nobody has changed it since and nothing else points to it;
 * what stays keeps what it needs: an opportunity its customer and contact, a relation its two sides, a person the
 * organisation.
 */
@ApplicationScoped
public class TakenBack {
    private static final String RELATIONS = "relations";

    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private RecordWriter writer;

    @Inject
    private RecordLinks links;

    @Inject
    private RecordVerbs verbs;

    @Inject
    private TimeSource time;

    /** Takes the last conversion back; how many of its records stay. */
    public int undo(RecordRef ref) {
        Lead lead = verbs.locked(Lead.class, ref, null);
        verbs.demandWritable(HandoverBook.LEADS, lead);
        Conversion conversion = entities.createQuery(
                        "select c from Conversion c where c.leadId = :lead and c.undoneAt is null order by c.id desc",
                        Conversion.class)
                .setParameter("lead", lead.getId())
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .filter(found -> lead.getStatus().equals(Lead.CONVERTED))
                .orElseThrow(() -> new CrmException(
                        CrmException.Kind.CONFLICT, LocalizedMessage.of("leads.error.notConverted", lead.title())));
        conversion.undone(time.now());
        // first: the lead points to what it became
        verbs.act(
                HandoverBook.LEADS,
                lead,
                LocalizedMessage.of("leads.why.unconverted"),
                () -> lead.unconvert(conversion.statusBefore()));
        return takeBack(conversion);
    }

    private int takeBack(Conversion conversion) {
        Optional<Made> relation = conversion.relation();
        Optional<RecordRef> bond = relation.map(made -> new RecordRef(RELATIONS, made.number()));
        boolean dealStays = stays(Takeover.OPPORTUNITIES, conversion.opportunity(), Optional.empty());
        boolean bondStays = relation.filter(made -> writer.edited(RELATIONS, made.number(), made.version()))
                .isPresent();
        boolean personStays = conversion.customer().isPresent()
                && (bondStays || stays(Takeover.CUSTOMERS, conversion.customer(), bond));
        boolean houseStays = conversion.organisation().isPresent()
                && (bondStays || personStays || stays(Takeover.CUSTOMERS, conversion.organisation(), bond));
        boolean torn = conversion.customer().isPresent() && !personStays
                || conversion.organisation().isPresent() && !houseStays;
        if (!torn && (dealStays || personStays || houseStays)) {
            bondStays = relation.isPresent();
        } else if (!bondStays) {
            bondStays = stays(RELATIONS, relation, Optional.empty());
        }
        return count(dealStays) + count(personStays) + count(houseStays) + count(bondStays);
    }

    private static int count(boolean stays) {
        return stays ? 1 : 0;
    }

    /** True if it stays; it is gone otherwise. */
    private boolean stays(String type, Optional<Made> made, Optional<RecordRef> bond) {
        return made.isPresent()
                && (links.pointedAt(new RecordRef(type, made.get().number()), bond)
                        || writer.takeBack(
                                        type,
                                        Map.of(made.get().number(), made.get().version()),
                                        "")
                                > 0);
    }
}
