package org.quanhe.crm.leads.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.leads.Leads.Match;
import org.quanhe.crm.leads.entity.Lead;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.records.ContactPoint;
import org.quanhe.crm.records.ListQuery;
import org.quanhe.crm.records.RecordView;
import org.quanhe.crm.records.Records;
import org.quanhe.crm.records.TextFold;

/**
 * Finds who may be the same person as a lead, among what the caller may see: the search proposes, and what is really
 * equal decides. A number is the same if its last eight digits are; a name is the same without accents and case.
 */
@ApplicationScoped
public class Matches {
    private static final int PROPOSED = 5;
    private static final int SHOWN = 5;
    private static final int DIGITS = 8;

    @Inject
    private Records records;

    /** What is known of somebody. */
    private record Known(List<String> phones, List<String> mails, String name, String company) {}

    /** Others that may be the same, those with the most reasons first. */
    public List<Match> of(Lead lead) {
        Known known = new Known(
                lead.getPhones().stream()
                        .map(ContactPoint::value)
                        .map(Matches::tail)
                        .toList(),
                lead.getEmails().stream()
                        .map(ContactPoint::value)
                        .map(Matches::mail)
                        .toList(),
                TextFold.fold(lead.title()),
                folded(lead.getCompany()));
        Map<RecordRef, RecordView> proposed = new LinkedHashMap<>();
        List<String> asked = new ArrayList<>();
        lead.getPhones().forEach(phone -> asked.add(phone.value()));
        lead.getEmails().forEach(mail -> asked.add(mail.value()));
        asked.add(lead.title());
        for (String type : List.of("customers", HandoverBook.LEADS)) {
            for (String words : asked) {
                records.list(ListQuery.of(type).withText(words).limitedTo(PROPOSED))
                        .items()
                        .forEach(found -> proposed.put(found.ref(), found));
            }
        }
        proposed.remove(new RecordRef(HandoverBook.LEADS, lead.getId()));
        return proposed.values().stream()
                .map(found -> match(found, known))
                .filter(match -> !match.reasons().isEmpty())
                .sorted(Comparator.comparingInt((Match match) -> match.reasons().size())
                        .reversed()
                        .thenComparing(match -> match.record().id()))
                .limit(SHOWN)
                .toList();
    }

    private static Match match(RecordView found, Known known) {
        List<LocalizedMessage> reasons = new ArrayList<>();
        if (points(found.value("phones")).stream().map(Matches::tail).anyMatch(known.phones()::contains)) {
            reasons.add(LocalizedMessage.of("leads.match.phone"));
        }
        if (points(found.value("emails")).stream().map(Matches::mail).anyMatch(known.mails()::contains)) {
            reasons.add(LocalizedMessage.of("leads.match.mail"));
        }
        boolean named = TextFold.fold(found.title()).equals(known.name());
        boolean together =
                !known.company().isEmpty() && folded(found.value("company")).equals(known.company());
        if (named) {
            reasons.add(LocalizedMessage.of(together ? "leads.match.nameAndCompany" : "leads.match.name"));
        }
        return new Match(
                found.ref(),
                found.title(),
                found.value("company") == null ? "" : String.valueOf(found.value("company")),
                reasons);
    }

    private static List<String> points(@Nullable Object value) {
        return value instanceof List<?> list
                ? list.stream()
                        .filter(ContactPoint.class::isInstance)
                        .map(point -> ((ContactPoint) point).value())
                        .toList()
                : List.of();
    }

    private static String tail(String phone) {
        String digits = phone.replaceAll("\\D", "");
        return digits.length() < DIGITS ? digits : digits.substring(digits.length() - DIGITS);
    }

    private static String mail(String address) {
        return address.strip().toLowerCase(Locale.ROOT);
    }

    private static String folded(@Nullable Object text) {
        return text == null ? "" : TextFold.fold(text.toString());
    }
}
