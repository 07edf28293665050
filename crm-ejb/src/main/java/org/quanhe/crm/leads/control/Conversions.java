package org.quanhe.crm.leads.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.leads.Leads.Became;
import org.quanhe.crm.leads.Leads.ConversionOrder;
import org.quanhe.crm.leads.Leads.Converted;
import org.quanhe.crm.leads.Leads.House;
import org.quanhe.crm.leads.entity.Conversion;
import org.quanhe.crm.leads.entity.Lead;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.platform.TimeSource;
import org.quanhe.crm.privacy.spi.ConsentLedger;
import org.quanhe.crm.records.RecordView;
import org.quanhe.crm.records.Records;
import org.quanhe.crm.records.control.RecordVerbs;
import org.quanhe.crm.records.spi.Access;

/** Makes customers and opportunities of leads, all in one transaction. */
@ApplicationScoped
public class Conversions {
    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private Records records;

    @Inject
    private RecordVerbs verbs;

    @Inject
    private Takeover takeover;

    @Inject
    private Houses houses;

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
        RecordView seen = records.open(ref);
        Converted converted = customers(conversion, seen, order);
        if (order.opportunity()) {
            converted = withDeal(conversion, seen, converted, order.name());
        }
        entities.persist(conversion);
        entities.flush();
        consents.follow(ref, converted.customer().record());
        handovers
                .open(lead.getId())
                .ifPresent(asked -> asked.accept(access.caller().id(), time.now()));
        settle(lead, converted);
        return converted;
    }

    private void settle(Lead lead, Converted converted) {
        nurture.endsWith(
                lead,
                () -> verbs.act(
                        HandoverBook.LEADS,
                        lead,
                        LocalizedMessage.of("leads.why.converted"),
                        () -> lead.convert(
                                converted.customer().record().id(),
                                converted
                                        .organisation()
                                        .map(house -> house.record().id())
                                        .orElse(null),
                                converted.opportunity().map(RecordRef::id).orElse(null))));
    }

    /** Who the lead is, and the organisation for which that one works. */
    private Converted customers(Conversion conversion, RecordView lead, ConversionOrder order) {
        Long number = order.customer();
        RecordView found = number == null ? null : records.open(Takeover.customer(number));
        String company = Takeover.company(lead);
        boolean itself = found == null ? Takeover.isItsCompany(lead) : Takeover.organisation(found);
        if (itself && order.house().choice() == House.Choice.KNOWN) {
            throw CrmException.invalidField(
                    "organisation", LocalizedMessage.of("leads.error.isOrganisation", lead.title()));
        }
        Optional<Became> house = itself ? Optional.empty() : houses.of(order.house(), company, lead);
        house.filter(Became::made)
                .ifPresent(made -> conversion.madeOrganisation(
                        made.record().id(), records.open(made.record()).version()));
        RecordView person = found;
        if (person == null) {
            Map<String, Object> values = itself
                    ? takeover.itself(lead)
                    : takeover.person(lead, house.filter(Became::made).isPresent());
            person = records.create(Takeover.CUSTOMERS, values);
            conversion.madeCustomer(person.ref().id(), person.version());
        }
        if (house.isPresent()) {
            houses.relate(house.get().record(), person)
                    .ifPresent(made -> conversion.madeRelation(made.ref().id(), made.version()));
        }
        return new Converted(new Became(person.ref(), found == null), house, Optional.empty());
    }

    /** With the organisation, if there is one: the person speaks for it. */
    private Converted withDeal(Conversion conversion, RecordView lead, Converted parties, String name) {
        Map<String, Object> deal = takeover.deal(lead, name);
        RecordRef person = parties.customer().record();
        deal.put("customer", parties.organisation().map(Became::record).orElse(person));
        if (parties.organisation().isPresent()) {
            deal.put("contact", person);
        }
        RecordView made = records.create(Takeover.OPPORTUNITIES, deal);
        conversion.madeOpportunity(made.ref().id(), made.version());
        return new Converted(parties.customer(), parties.organisation(), Optional.of(made.ref()));
    }
}
