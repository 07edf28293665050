package org.quanhe.crm.leads.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.leads.entity.Handover;
import org.quanhe.crm.leads.entity.Lead;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.platform.TimeSource;
import org.quanhe.crm.records.control.RecordVerbs;
import org.quanhe.crm.records.spi.Access;
import org.quanhe.crm.scoring.Scores;
import org.quanhe.crm.scoring.SignalKind;

/** People who do not want to buy now: what is known of them stays, and they are looked at again. */
@ApplicationScoped
public class Refusals {
    private static final int HOT_DAYS = 30;
    private static final int WARM_DAYS = 60;
    private static final int COLD_DAYS = 90;

    @Inject
    private RecordVerbs verbs;

    @Inject
    private HandoverBook handovers;

    @Inject
    private Scores scores;

    @Inject
    private Access access;

    @Inject
    private TimeSource time;

    /** The refusal counts in the score first, so that the day of the review follows from what is left. */
    public void notNow(RecordRef ref, @Nullable Long version, String why, @Nullable LocalDate review) {
        String reason = HandoverBook.shortened(why);
        if (reason.isEmpty()) {
            throw CrmException.invalidField("why", LocalizedMessage.of("leads.error.why"));
        }
        LocalDate today =
                LocalDate.ofInstant(time.now(), ZoneId.of(access.caller().timeZone()));
        if (review != null && !review.isAfter(today)) {
            throw CrmException.invalidField("review", LocalizedMessage.of("leads.error.pastReview"));
        }
        Lead lead = verbs.locked(Lead.class, ref, version);
        verbs.demandWritable(HandoverBook.LEADS, lead);
        scores.signal(ref, SignalKind.REFUSED, reason.substring(0, Math.min(reason.length(), 300)), null);
        handovers.open(lead.getId()).ifPresent(handover -> close(handover, reason));
        LocalDate day = review == null ? today.plusDays(days(lead)) : review;
        verbs.act(HandoverBook.LEADS, lead, LocalizedMessage.of("leads.why.notNow", reason), () -> lead.notNow(day));
    }

    private void close(Handover handover, String reason) {
        handover.giveBack(access.caller().id(), time.now(), reason);
    }

    private static int days(Lead lead) {
        return switch (lead.getBand()) {
            case Lead.HOT -> HOT_DAYS;
            case Lead.WARM -> WARM_DAYS;
            default -> COLD_DAYS;
        };
    }
}
