package org.quanhe.crm.dataquality;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.harness.Answer;
import org.quanhe.crm.harness.Colleague;
import org.quanhe.crm.harness.Crm;

/** Exports over REST. */
class ExportsIT {
    private final Crm admin = Crm.admin();
    private final String word = "xuat" + Long.toString(System.nanoTime(), 36);

    @Test
    void anExportIsImportedAgainUnchanged() {
        JsonObject made = admin.post(
                        "/customers",
                        "{\"name\":\"=Lê " + word + "\",\"phones\":[{\"type\":\"work\",\"value\":\"+84 28 3822 1234\"},"
                                + "{\"type\":\"mobile\",\"value\":\"0912 345 678\"}],\"tags\":[\"khách lớn\"],"
                                + "\"notes\":\"dòng một\\n\\\"dòng hai\\\", @ba\",\"city\":\"Huế\"}")
                .json();
        String columns = "kind,name,phones,tags,notes,city,owner";
        for (String format : List.of("csv", "xlsx")) {
            Answer file = admin.with("Accept-Language", "vi")
                    .get("/customers/export?format=" + format + "&columns=" + columns + "&ids="
                            + made.getJsonNumber("id"));
            assertThat(file.status()).as("%s", file).isEqualTo(200);
            assertThat(Uploads.finished(admin, "again." + format, file.body()).getInt("written"))
                    .isEqualTo(1);
        }
        List<JsonObject> all = admin.get("/customers?filter=" + Crm.encode("name.contains('" + word + "')"))
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class);
        assertThat(all).hasSize(3).allSatisfy(record -> {
            for (String field : List.of("name", "phones", "tags", "notes", "city", "kind")) {
                assertThat(record.get(field)).as(field).isEqualTo(made.get(field));
            }
        });
    }

    @Test
    void formulasAreDefused() {
        admin.post("/customers", "{\"name\":\"=1+2 " + word + "\"}");
        Answer file = admin.get("/customers/export?columns=name&q=" + word);
        assertThat(file.text()).startsWith("\uFEFF").contains("'=1+2 " + word);
        assertThat(file.header("Content-Disposition")).contains("customers.csv");
    }

    @Test
    void onlyWhatTheCallerMaySeeIsExported() {
        admin.post("/customers", "{\"name\":\"An " + word + "\"}");
        Crm seller = Colleague.with(List.of("sales"), List.of()).crm();
        assertThat(seller.get("/customers/export?columns=name&q=" + word).text())
                .doesNotContain(word);
    }

    @Test
    void wrongWishesAreRefused() {
        for (String wish : List.of("format=pdf", "columns=nosuch", "filter=name", "sort=nosuch")) {
            assertThat(admin.get("/customers/export?" + wish).status()).as(wish).isEqualTo(400);
        }
        assertThat(admin.get("/nosuch/export").status()).isEqualTo(404);
    }

    @Test
    @Tag("R049")
    void allThatEverybodyDidWithACustomerIsExported() {
        long customer = admin.post("/customers", "{\"name\":\"An " + word + "\"}")
                .json()
                .getJsonNumber("id")
                .longValue();
        Crm manager = Colleague.with(List.of("administrator"), List.of()).crm();
        for (Crm author : List.of(admin, manager)) {
            for (String kind : List.of("call", "message", "meeting")) {
                Answer made = author.post(
                        "/activities",
                        "{\"kind\":\"" + kind + "\",\"subject\":\"" + kind + " " + word + "\",\"customer\":" + customer
                                + "}");
                assertThat(made.status()).as("%s", made).isEqualTo(201);
            }
        }
        String file = new String(
                admin.get("/activities/export?columns=kind,subject,createdBy,createdAt&filter="
                                + Crm.encode("customer == " + customer))
                        .body(),
                StandardCharsets.UTF_8);
        assertThat(file.lines().skip(1)).hasSize(6).anyMatch(line -> line.contains("meeting " + word));
    }
}
