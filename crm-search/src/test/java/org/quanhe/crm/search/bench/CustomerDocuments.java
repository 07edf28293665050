package org.quanhe.crm.search.bench;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.records.ContactPoint;
import org.quanhe.crm.records.FieldKind;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.FieldView.Use;
import org.quanhe.crm.records.PostalAddress;
import org.quanhe.crm.records.RecordTypeView;
import org.quanhe.crm.search.spi.IndexDocument;

/** Customers as the application hands them to its engine. */
final class CustomerDocuments {
    static final String TYPE = "customers";

    private CustomerDocuments() {}

    static RecordTypeView type() {
        return new RecordTypeView(
                TYPE,
                "pi-users",
                List.of(
                        field("name", FieldKind.TEXT, Use.TITLE, Use.SEARCHED, Use.SORTABLE, Use.LIST),
                        field("company", FieldKind.TEXT, Use.SEARCHED, Use.SORTABLE, Use.LIST, Use.SUBTITLE),
                        field("kind", FieldKind.CHOICE, Use.FACET),
                        field("phones", FieldKind.PHONES, Use.SEARCHED),
                        field("phone", FieldKind.PHONE, Use.LIST),
                        field("emails", FieldKind.EMAILS, Use.SEARCHED),
                        field("email", FieldKind.EMAIL, Use.LIST),
                        field("addresses", FieldKind.ADDRESSES, Use.SEARCHED),
                        field("city", FieldKind.TEXT, Use.LIST, Use.FACET),
                        field("notes", FieldKind.LONG_TEXT, Use.SEARCHED),
                        field("tags", FieldKind.CHOICES, Use.SEARCHED, Use.FACET),
                        field("stage", FieldKind.CHOICE, Use.FACET),
                        field("owner", FieldKind.REFERENCE, Use.FACET, Use.LIST),
                        field("team", FieldKind.CHOICE, Use.FACET),
                        field("createdAt", FieldKind.DATE_TIME, Use.SORTABLE),
                        field("externalId", FieldKind.TEXT, Use.SEARCHED)),
                "name",
                true,
                true,
                true);
    }

    private static FieldView field(String name, FieldKind kind, Use... uses) {
        return new FieldView(name, kind, TYPE + "." + name, List.of(), "", "", 0, Set.of(uses));
    }

    static IndexDocument of(Customer customer) {
        Map<String, Object> values = new LinkedHashMap<>();
        String employer = customer.organisation() ? "" : customer.company().written();
        values.put("name", customer.name());
        if (!employer.isEmpty()) {
            values.put("company", employer);
        }
        values.put("kind", customer.organisation() ? "organisation" : "person");
        values.put(
                "phones",
                customer.phones().stream()
                        .map(phone -> new ContactPoint(
                                "mobile",
                                phone.written(),
                                phone.equals(customer.phones().get(0))))
                        .toList());
        values.put("phone", customer.phones().get(0).written());
        values.put(
                "emails",
                customer.mails().stream()
                        .map(mail -> new ContactPoint("work", mail, true))
                        .toList());
        values.put("email", customer.mails().get(0));
        values.put("addresses", List.of(new PostalAddress("work", customer.street(), customer.city(), "", "", true)));
        values.put("city", customer.city());
        values.put("notes", customer.notes());
        values.put("tags", customer.tags());
        values.put("stage", customer.stage());
        values.put("owner", new RecordRef("users", customer.owner()));
        values.put("team", customer.team());
        values.put("createdAt", Instant.ofEpochSecond(1_600_000_000L + customer.number()));
        values.put("externalId", "KH-" + customer.number());
        return new IndexDocument(new RecordRef(TYPE, customer.number()), 1, customer.name(), employer, values);
    }
}
