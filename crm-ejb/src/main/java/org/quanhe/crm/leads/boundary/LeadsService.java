package org.quanhe.crm.leads.boundary;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.dataquality.Doubles.Match;
import org.quanhe.crm.leads.Leads;
import org.quanhe.crm.leads.control.Conversions;
import org.quanhe.crm.leads.control.Matches;
import org.quanhe.crm.leads.control.Recycling;
import org.quanhe.crm.leads.control.Refusals;
import org.quanhe.crm.leads.control.TakenBack;
import org.quanhe.crm.leads.control.WorkList;
import org.quanhe.crm.leads.entity.Lead;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.Portion;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.records.control.RecordVerbs;

/** The façade of what becomes of leads. */
@Stateless
@Local(Leads.class)
public class LeadsService implements Leads {
    private static final int MOST = 200;

    @Inject
    private Refusals refusals;

    @Inject
    private WorkList workList;

    @Inject
    private Matches matches;

    @Inject
    private Conversions conversions;

    @Inject
    private TakenBack takenBack;

    @Inject
    private Recycling recycling;

    @Inject
    private RecordVerbs verbs;

    @Override
    public void notNow(RecordRef lead, @Nullable Long version, String why, @Nullable LocalDate review) {
        refusals.notNow(lead(lead), version, why, review);
    }

    @Override
    public List<Match> matches(RecordRef lead) {
        return matches.of(verbs.seen(Lead.class, lead(lead)));
    }

    @Override
    public List<Match> organisations(RecordRef lead) {
        return matches.organisations(verbs.seen(Lead.class, lead(lead)));
    }

    @Override
    public Converted convert(RecordRef lead, @Nullable Long version, ConversionOrder order) {
        return conversions.convert(lead(lead), version, order);
    }

    @Override
    public int undoConversion(RecordRef lead) {
        return takenBack.undo(lead(lead));
    }

    @Override
    public RecordRef recycle(RecordRef opportunity, String why) {
        return recycling.recycle(opportunity, why);
    }

    private static RecordRef lead(RecordRef ref) {
        if (!ref.type().equals("leads")) {
            throw CrmException.notFound(ref);
        }
        return ref;
    }

    @Override
    public Portion<NextLead> next(@Nullable String cursor, int limit) {
        return workList.of(cursor, Math.max(1, Math.min(limit, MOST)));
    }
}
