package org.quanhe.crm.dataquality.control.columns;

import java.util.List;
import java.util.Set;
import org.quanhe.crm.records.FieldKind;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.FieldView.Use;
import org.quanhe.crm.records.RecordTypeView;

/** A type like customers, for tests that need no kernel. */
public final class CustomerFields {
    private CustomerFields() {}

    public static RecordTypeView type() {
        return new RecordTypeView(
                "customers",
                "pi-users",
                List.of(
                        field("kind", FieldKind.CHOICE, "", List.of("person", "organisation"), Use.REQUIRED),
                        field("name", FieldKind.TEXT, "", List.of(), Use.REQUIRED, Use.TITLE),
                        field("company", FieldKind.TEXT, "", List.of()),
                        field("jobTitle", FieldKind.TEXT, "", List.of()),
                        field("phones", FieldKind.PHONES, "", List.of("mobile", "work", "home", "fax", "other")),
                        field("phone", FieldKind.PHONE, "phones", List.of()),
                        field("emails", FieldKind.EMAILS, "", List.of("work", "home", "billing", "other")),
                        field("email", FieldKind.EMAIL, "emails", List.of()),
                        field("addresses", FieldKind.ADDRESSES, "", List.of("work", "home", "billing", "shipping")),
                        field("address", FieldKind.TEXT, "addresses", List.of()),
                        field("city", FieldKind.TEXT, "addresses", List.of()),
                        field("links", FieldKind.LINKS, "", List.of("website", "facebook", "zalo", "wechat")),
                        field("birthday", FieldKind.DATE, "", List.of()),
                        field("tags", FieldKind.CHOICES, "", List.of()),
                        field("source", FieldKind.TEXT, "", List.of()),
                        field("notes", FieldKind.LONG_TEXT, "", List.of()),
                        field("importedOwner", FieldKind.TEXT, "", List.of()),
                        reference("owner", "users"),
                        reference("team", "teams"),
                        field("externalId", FieldKind.TEXT, "", List.of()),
                        field("createdAt", FieldKind.DATE_TIME, "", List.of(), Use.READ_ONLY)),
                "name",
                true,
                true,
                true);
    }

    private static FieldView field(String name, FieldKind kind, String primaryOf, List<String> choices, Use... uses) {
        return new FieldView(name, kind, "customers." + name, choices, "", primaryOf, 200, Set.of(uses));
    }

    private static FieldView reference(String name, String target) {
        return new FieldView(name, FieldKind.REFERENCE, "records." + name, List.of(), target, "", 0, Set.of());
    }
}
