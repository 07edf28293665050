package org.quanhe.crm.leads.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.leads.Leads.ConversionOrder;
import org.quanhe.crm.leads.Leads.Converted;
import org.quanhe.crm.leads.entity.Conversion;
import org.quanhe.crm.leads.entity.Lead;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.platform.TimeSource;
import org.quanhe.crm.privacy.spi.ConsentLedger;
import org.quanhe.crm.records.RecordView;
import org.quanhe.crm.records.Records;
import org.quanhe.crm.records.control.RecordTypes;
import org.quanhe.crm.records.control.RecordVerbs;
import org.quanhe.crm.records.control.RecordViews;
import org.quanhe.crm.records.control.RecordWriter;
import org.quanhe.crm.records.spi.Access;

/** Makes customers and opportunities of leads, all in one transaction, and takes that back. */
@ApplicationScoped
public class Conversions {
    private static final String CUSTOMERS = "customers";
    private static final String OPPORTUNITIES = "opportunities";

    /** What a customer takes over under the same name. */
    private static final List<String> TAKEN = List.of(
            "name",
            "company",
            "jobTitle",
            "phones",
            "emails",
            "addresses",
            "source",
            "firstChannel",
            "firstTouch",
            "tags",
            "notes",
            "owner",
            "team");

    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private Records records;

    @Inject
    private RecordWriter writer;

    @Inject
    private RecordVerbs verbs;

    @Inject
    private RecordTypes types;

    @Inject
    private HandoverBook handovers;

    @Inject
    private Nurture nurture;

    @Inject
    private ConsentLedger consents;

    @Inject
    private Access access;

    @Inject
    private TimeSource time;

    /** The lead becomes a customer; two at once, and the second is told that it is one already. */
    public Converted convert(RecordRef ref, @Nullable Long version, ConversionOrder order) {
        Lead lead = verbs.locked(Lead.class, ref, version);
        verbs.demandWritable(HandoverBook.LEADS, lead);
        Conversion conversion = new Conversion(lead.getId(), lead.getStatus(), time.now());
        if (lead.getStatus().equals(Lead.CONVERTED)) {
            throw new CrmException(
                    CrmException.Kind.CONFLICT, LocalizedMessage.of("leads.error.converted", lead.title()));
        }
        Map<String, Object> values = RecordViews.values(types.named(HandoverBook.LEADS), lead);
        Long found = order.customer();
        RecordView customer = found == null ? made(conversion, values) : records.open(new RecordRef(CUSTOMERS, found));
        Optional<RecordView> opportunity = order.opportunity()
                ? Optional.of(opportunity(conversion, lead, values, customer, order.name()))
                : Optional.empty();
        entities.persist(conversion);
        entities.flush();
        consents.follow(ref, customer.ref());
        handovers
                .open(lead.getId())
                .ifPresent(asked -> asked.accept(access.caller().id(), time.now()));
        nurture.endsWith(
                lead,
                () -> verbs.act(
                        HandoverBook.LEADS,
                        lead,
                        LocalizedMessage.of("leads.why.converted"),
                        () -> lead.convert(
                                customer.ref().id(),
                                opportunity.map(one -> one.ref().id()).orElse(null))));
        return new Converted(customer.ref(), found == null, opportunity.map(RecordView::ref));
    }

    private RecordView made(Conversion conversion, Map<String, Object> values) {
        Map<String, Object> taken = new LinkedHashMap<>();
        TAKEN.forEach(field -> {
            Object value = values.get(field);
            if (value != null) {
                taken.put(field, value);
            }
        });
        RecordView made = records.create(CUSTOMERS, taken);
        conversion.madeCustomer(made.ref().id(), made.version());
        return made;
    }

    private RecordView opportunity(
            Conversion conversion, Lead lead, Map<String, Object> values, RecordView customer, String name) {
        Map<String, Object> deal = new LinkedHashMap<>();
        String company = lead.getCompany();
        deal.put("name", name.isBlank() ? company == null ? lead.title() : company + " – " + lead.title() : name);
        deal.put("customer", customer.ref());
        deal.put("lead", new RecordRef(HandoverBook.LEADS, lead.getId()));
        for (String field : List.of("owner", "team")) {
            if (values.get(field) != null) {
                deal.put(field, values.get(field));
            }
        }
        if (lead.getBudget() != null) {
            deal.put("amount", lead.getBudget());
        }
        RecordView made = records.create(OPPORTUNITIES, deal);
        conversion.madeOpportunity(made.ref().id(), made.version());
        return made;
    }

    /** Takes the last conversion back; what somebody changed meanwhile stays. */
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
        int kept = takeBack(OPPORTUNITIES, conversion.opportunity(), conversion.opportunityVersion());
        if (kept == 0) {
            kept = takeBack(CUSTOMERS, conversion.customer(), conversion.customerVersion());
        } else if (conversion.customer() != null) {
            // the opportunity that stays needs its customer
            kept++;
        }
        conversion.undone(time.now());
        verbs.act(
                HandoverBook.LEADS,
                lead,
                LocalizedMessage.of("leads.why.unconverted"),
                () -> lead.unconvert(conversion.statusBefore()));
        return kept;
    }

    private int takeBack(String type, @Nullable Long record, long version) {
        return record == null ? 0 : writer.takeBack(type, Map.of(record, version), "");
    }
}
