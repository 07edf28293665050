package org.quanhe.crm.records.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.records.spi.FieldUser.Renaming;

class RenamedFieldsTest {
    private static Map<String, Object> renamed(Map<String, Object> step, Renaming... renamings) {
        Map<String, Object> document = Map.of("type", "orders", "actions", List.of(step));
        Map<String, Object> after = RenamedFields.in(
                document,
                List.of(renamings),
                Set.of("condition"),
                (type, field) -> type.equals("orders") && field.equals("customer")
                        ? "customers"
                        : type.equals("customers") && field.equals("circle") ? "circles" : "");
        @SuppressWarnings("unchecked")
        Map<String, Object> only =
                (Map<String, Object>) ((List<?>) java.util.Objects.requireNonNull(after.get("actions"))).get(0);
        return only;
    }

    @Test
    void theRecipientOfAMailFollowsBothSteps() {
        assertThat(renamed(
                        Map.of("do", "mail", "to", "customer.email"),
                        new Renaming("customers", "email", "mail"),
                        new Renaming("orders", "customer", "buyer")))
                .containsEntry("to", "buyer.mail");
        assertThat(renamed(Map.of("do", "mail", "to", "contact"), new Renaming("orders", "contact", "address")))
                .containsEntry("to", "address");
        assertThat(renamed(Map.of("do", "text", "to", "customer.phone"), new Renaming("customers", "phone", "mobile")))
                .containsEntry("to", "customer.mobile");
        // a colleague is told by a word, not by a field
        assertThat(renamed(Map.of("do", "notify", "to", "team"), new Renaming("orders", "team", "crew")))
                .containsEntry("to", "team");
    }

    @Test
    void listsOfNamesFollow() {
        assertThat(renamed(
                        Map.of("kind", "completeness", "fields", List.of("area", "phone")),
                        new Renaming("orders", "area", "surface")))
                .containsEntry("fields", List.of("surface", "phone"));
    }

    @Test
    void textsFollowFieldsOfTheOtherType() {
        assertThat(renamed(
                        Map.of("do", "task", "subject", "{{ customer.area }} {{area}} {{customer.area}} area"),
                        new Renaming("customers", "area", "surface")))
                .containsEntry("subject", "{{ customer.surface }} {{area}} {{customer.surface}} area");
        assertThat(renamed(
                        Map.of("do", "task", "subject", "{{area}} {{customer.area}}"),
                        new Renaming("orders", "area", "room")))
                .containsEntry("subject", "{{room}} {{customer.area}}");
    }

    @Test
    void pathsOverTwoRecordsFollowInEachStep() {
        assertThat(renamed(
                        Map.of("do", "mail", "to", "customer.circle.email", "subject", "{{customer.circle.name}}"),
                        new Renaming("circles", "email", "mail"),
                        new Renaming("circles", "name", "word"),
                        new Renaming("customers", "circle", "ring"),
                        new Renaming("orders", "customer", "buyer")))
                .containsEntry("to", "buyer.ring.mail")
                .containsEntry("subject", "{{buyer.ring.word}}");
    }
}
