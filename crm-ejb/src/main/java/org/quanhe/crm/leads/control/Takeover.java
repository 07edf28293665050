package org.quanhe.crm.leads.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.records.FieldKind;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.FieldView.Use;
import org.quanhe.crm.records.Metadata;
import org.quanhe.crm.records.RecordTypeView;
import org.quanhe.crm.records.RecordView;

/**
 * What customers and opportunities take over from a lead: what the caller may read there and write here, for nobody
 * learns by a conversion what stays hidden otherwise. Fields that administrators added are taken where customers have
 * one of the same name and kind.
 */
@ApplicationScoped
class Takeover {
    static final String CUSTOMERS = "customers";
    static final String OPPORTUNITIES = "opportunities";
    static final String KIND = "kind";
    static final String ORGANISATION = "organisation";

    private static final int LONGEST_NAME = 200;

    /** What a house and those who work for it have in common. */
    private static final List<String> SHARED = List.of("source", "firstChannel", "firstTouch", "tags", "owner", "team");

    private static final List<String> PERSONAL =
            List.of("name", "company", "jobTitle", "phones", "emails", "addresses", "notes");

    @Inject
    private Metadata metadata;

    /**
     * Of the person that the lead is.
     *
     * @param housed an organisation is made as well, which has what only one may have
     */
    Map<String, Object> person(RecordView lead, boolean housed) {
        Map<String, Object> values = taken(lead, CUSTOMERS, PERSONAL);
        values.putAll(taken(lead, CUSTOMERS, SHARED));
        values.putAll(added(lead, !housed));
        return values;
    }

    /** Of the organisation that the lead is itself. */
    Map<String, Object> itself(RecordView lead) {
        Map<String, Object> values = person(lead, false);
        values.remove("company");
        values.remove("jobTitle");
        values.put(KIND, ORGANISATION);
        return values;
    }

    /** Of the organisation for which the lead works. */
    Map<String, Object> organisation(RecordView lead, String name) {
        Map<String, Object> values = taken(lead, CUSTOMERS, SHARED);
        values.putAll(added(lead, true));
        values.put(KIND, ORGANISATION);
        values.put("name", name);
        return values;
    }

    /** Of the opportunity, without whom it is with. */
    Map<String, Object> deal(RecordView lead, String name) {
        Map<String, Object> values = taken(lead, OPPORTUNITIES, List.of("owner", "team"));
        values.put("name", name.isBlank() ? named(lead) : name);
        values.put("lead", lead.ref());
        if (lead.value("budget") != null && written(metadata.type(OPPORTUNITIES), "amount")) {
            values.put("amount", lead.value("budget"));
        }
        return values;
    }

    /** Company and person, as far as both have room. */
    private static String named(RecordView lead) {
        String both = company(lead) + " – " + lead.title();
        boolean alone = company(lead).isEmpty() || isItsCompany(lead) || both.length() > LONGEST_NAME;
        return alone ? lead.title() : both;
    }

    private Map<String, Object> taken(RecordView lead, String type, List<String> fields) {
        RecordTypeView target = metadata.type(type);
        Map<String, Object> values = new LinkedHashMap<>();
        for (String field : fields) {
            Object value = lead.value(field);
            if (value != null && written(target, field)) {
                values.put(field, value);
            }
        }
        return values;
    }

    private static boolean written(RecordTypeView type, String field) {
        return type.find(field).filter(known -> !known.readOnly()).isPresent();
    }

    private Map<String, Object> added(RecordView lead, boolean unique) {
        RecordTypeView leads = metadata.type(HandoverBook.LEADS);
        Map<String, Object> values = new LinkedHashMap<>();
        for (FieldView field : metadata.type(CUSTOMERS).fields()) {
            Object value = field.is(Use.CUSTOM) ? lead.value(field.name()) : null;
            boolean wanted = !field.readOnly() && (unique || !field.is(Use.UNIQUE));
            if (value != null
                    && wanted
                    && leads.find(field.name())
                            .filter(from -> alike(from, field))
                            .isPresent()) {
                if (field.kind() != FieldKind.CHOICE || field.choices().contains(value.toString())) {
                    values.put(field.name(), value);
                }
            }
        }
        return values;
    }

    private static boolean alike(FieldView one, FieldView other) {
        return one.is(Use.CUSTOM) && one.kind() == other.kind() && one.target().equals(other.target());
    }

    /** The organisation that a customer is said to be; nothing for a person. */
    static boolean organisation(RecordView customer) {
        return ORGANISATION.equals(customer.value(KIND));
    }

    /** Where the lead works, as it is written; empty for nowhere. */
    static String company(RecordView lead) {
        Object company = lead.value("company");
        return company == null ? "" : company.toString().strip();
    }

    /** The lead has the name of its company: nobody who works there is known. */
    static boolean isItsCompany(RecordView lead) {
        return company(lead).equalsIgnoreCase(lead.title().strip());
    }

    static RecordRef customer(long number) {
        return new RecordRef(CUSTOMERS, number);
    }
}
