package org.quanhe.crm.leads.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quanhe.crm.leads.entity.Lead;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.platform.TimeSource;
import org.quanhe.crm.records.RecordView;
import org.quanhe.crm.records.Records;
import org.quanhe.crm.records.control.RecordVerbs;
import org.quanhe.crm.records.spi.Access;
import org.quanhe.crm.scoring.Scores;
import org.quanhe.crm.scoring.SignalKind;

/** Lost opportunities become leads again. */
@ApplicationScoped
public class Recycling {
    private static final String OPPORTUNITIES = "opportunities";
    private static final int REVIEW_DAYS = 90;
    private static final int LONGEST_TOPIC = 300;

    @Inject
    private Records records;

    @Inject
    private RecordVerbs verbs;

    @Inject
    private Scores scores;

    @Inject
    private Access access;

    @Inject
    private TimeSource time;

    /** The lead that the opportunity came from is nurtured again; without one, its customer becomes one. */
    public RecordRef recycle(RecordRef opportunity, String why) {
        if (!opportunity.type().equals(OPPORTUNITIES)) {
            throw CrmException.notFound(opportunity);
        }
        String reason = HandoverBook.shortened(why);
        RecordView deal = records.open(opportunity);
        if (!"lost".equals(deal.value("status"))) {
            throw new CrmException(
                    CrmException.Kind.CONFLICT, LocalizedMessage.of("leads.error.notLost", deal.title()));
        }
        RecordRef ref = deal.value("lead") instanceof RecordRef known ? known : made(deal);
        Lead lead = verbs.locked(Lead.class, ref, null);
        verbs.demandWritable(HandoverBook.LEADS, lead);
        if (lead.getStatus().equals(Lead.NURTURING)) {
            throw new CrmException(
                    CrmException.Kind.CONFLICT, LocalizedMessage.of("leads.error.recycled", lead.title()));
        }
        String topic = reason.isEmpty() ? deal.title() : reason;
        scores.signal(ref, SignalKind.LOST, topic.substring(0, Math.min(topic.length(), LONGEST_TOPIC)), null);
        LocalDate review = LocalDate.ofInstant(
                        time.now(), ZoneId.of(access.caller().timeZone()))
                .plusDays(REVIEW_DAYS);
        verbs.act(
                HandoverBook.LEADS,
                lead,
                LocalizedMessage.of("leads.why.recycled", deal.title(), reason),
                () -> lead.recycle(review));
        return ref;
    }

    private RecordRef made(RecordView deal) {
        boolean spoken = deal.value("contact") instanceof RecordRef contact
                && deal.referenceTitles().containsKey(contact.key());
        if (!(deal.value(spoken ? "contact" : "customer") instanceof RecordRef customer)) {
            throw CrmException.invalid("leads.error.nobodyToRecycle", deal.title());
        }
        RecordView known = records.open(customer);
        Map<String, Object> values = new LinkedHashMap<>();
        for (String field : List.of("name", "company", "jobTitle", "phones", "emails", "addresses", "source")) {
            Object value = known.value(field);
            if (value != null) {
                values.put(field, value);
            }
        }
        return records.create(HandoverBook.LEADS, values).ref();
    }
}
