package org.quanhe.crm.capture.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.capture.SentForm;
import org.quanhe.crm.capture.VisitOrigin;
import org.quanhe.crm.capture.WebFormContent;
import org.quanhe.crm.capture.control.FormAnswers.Read;
import org.quanhe.crm.capture.control.KnownPeople.Known;
import org.quanhe.crm.identity.TeamMembers;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.platform.TimeSource;
import org.quanhe.crm.platform.control.Configuration;
import org.quanhe.crm.platform.settings.CrmSettings;
import org.quanhe.crm.records.control.RecordWriter;
import org.quanhe.crm.records.entity.RecordEntity;

/** Makes leads of forms, or adds to the leads that are there. */
@ApplicationScoped
public class FormLeads {
    private static final String OWNER = "owner";
    private static final String TEAM = "team";
    private static final int LONGEST = 120;
    private static final int LONGEST_PAGE = 500;

    @Inject
    private RecordWriter writer;

    @Inject
    private TeamMembers members;

    @Inject
    private Turns turns;

    @Inject
    private TimeSource time;

    /**
     * A new lead with everything that is known of it.
     *
     * @param customer whose new wish it is, null for a stranger: it goes to whoever looks after the customer
     */
    RecordRef make(WebFormContent form, SentForm sent, Read answers, @Nullable Known customer) {
        Map<String, Object> values = new LinkedHashMap<>(answers.values());
        values.putAll(origin(form, sent.origin()));
        values.put("language", sent.language().tag());
        values.put("firstChannel", "web");
        values.put("firstTouch", today());
        if (customer == null || !ownedAs(customer, values)) {
            owned(form, values);
        }
        RecordEntity made = writer.create(PersonKeyBook.LEADS, values, form.name());
        return new RecordRef(PersonKeyBook.LEADS, made.getId());
    }

    /** Fills what the lead does not have; what it has stays. */
    void add(WebFormContent form, SentForm sent, Read answers, Known lead) {
        Map<String, Object> all = new LinkedHashMap<>(answers.values());
        all.putAll(origin(form, sent.origin()));
        all.put("language", sent.language().tag());
        all.put("firstChannel", "web");
        all.put("firstTouch", today());
        Map<String, Object> fresh = new LinkedHashMap<>();
        all.forEach((field, value) -> {
            if (lead.values().get(field) == null && !Boolean.FALSE.equals(value)) {
                fresh.put(field, value);
            }
        });
        // a place that is known is one thing: no street of one town beside another town
        if (lead.values().get("address") != null || lead.values().get("city") != null) {
            fresh.remove("address");
            fresh.remove("city");
        }
        if (!fresh.isEmpty()) {
            writer.change(lead.record(), null, fresh, form.name());
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(time.now(), ZoneId.of(Configuration.text(CrmSettings.TIME_ZONE)));
    }

    /** What the visitor's page says goes before what the form says. */
    static Map<String, Object> origin(WebFormContent form, VisitOrigin origin) {
        Map<String, Object> values = new LinkedHashMap<>();
        put(values, "source", origin.source(), form.source(), LONGEST);
        put(values, "medium", origin.medium(), form.medium(), LONGEST);
        put(values, "campaign", origin.campaign(), form.campaign(), LONGEST);
        put(values, "page", origin.page(), "", LONGEST_PAGE);
        return values;
    }

    private static void put(Map<String, Object> values, String field, String said, String otherwise, int longest) {
        String text = said.isBlank() ? otherwise : said;
        if (!text.isBlank()) {
            values.put(field, text.length() > longest ? text.substring(0, longest) : text);
        }
    }

    private boolean ownedAs(Known customer, Map<String, Object> values) {
        Optional<Long> owner = id(customer.values().get(OWNER))
                .filter(user -> members.signInName(user).isPresent());
        owner.ifPresent(user -> {
            values.put(OWNER, Long.toString(user));
            id(customer.values().get(TEAM)).ifPresent(team -> values.put(TEAM, Long.toString(team)));
        });
        return owner.isPresent();
    }

    private static Optional<Long> id(@Nullable Object ref) {
        return ref instanceof RecordRef record ? Optional.of(record.id()) : Optional.empty();
    }

    private void owned(WebFormContent form, Map<String, Object> values) {
        Long owner = form.owner();
        Long team = form.team();
        if (team != null && members.name(team).isPresent()) {
            values.put(TEAM, Long.toString(team));
        }
        if (owner != null && members.signInName(owner).isPresent()) {
            values.put(OWNER, Long.toString(owner));
        } else if (team != null) {
            List<Long> all = members.of(team);
            if (!all.isEmpty()) {
                values.put(OWNER, Long.toString(turns.next(team, all)));
            }
        }
    }
}
