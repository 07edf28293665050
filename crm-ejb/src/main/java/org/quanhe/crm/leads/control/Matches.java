package org.quanhe.crm.leads.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.quanhe.crm.dataquality.Doubles;
import org.quanhe.crm.dataquality.Doubles.Known;
import org.quanhe.crm.dataquality.Doubles.Match;
import org.quanhe.crm.leads.entity.Lead;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.records.ContactPoint;

/** Finds who may be the same person as a lead. */
@ApplicationScoped
public class Matches {
    @Inject
    private Doubles doubles;

    /** Others that may be the same, those with the most reasons first; not the customer that the lead became. */
    public List<Match> of(Lead lead) {
        String company = lead.getCompany();
        Long became = lead.getCustomerId();
        return doubles
                .like(new Known(
                        lead.title(),
                        company == null ? "" : company,
                        values(lead.getPhones()),
                        values(lead.getEmails()),
                        new RecordRef(HandoverBook.LEADS, lead.getId())))
                .stream()
                .filter(match -> became == null || !match.record().equals(Takeover.customer(became)))
                .toList();
    }

    /** Organisations that may be where the lead works. */
    public List<Match> organisations(Lead lead) {
        String company = lead.getCompany();
        return doubles.organisations(company == null ? "" : company);
    }

    private static List<String> values(List<ContactPoint> points) {
        return points.stream().map(ContactPoint::value).toList();
    }
}
