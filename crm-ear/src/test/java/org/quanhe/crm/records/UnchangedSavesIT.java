package org.quanhe.crm.records;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quanhe.crm.harness.Answer;
import org.quanhe.crm.harness.Crm;
import org.quanhe.crm.harness.Shaping;

/** Who saves what stands there already changes nothing: no new version, that others and the index would not know. */
class UnchangedSavesIT {
    private static final String TYPE = "same" + Long.toString(System.nanoTime(), 36);

    private final Crm admin = Crm.admin();

    @BeforeAll
    static void shape() {
        String fields = "{'name':'n','kind':'number','labels':{'en':'N'}},"
                + "{'name':'price','kind':'money','labels':{'en':'Price'}},"
                + "{'name':'who','kind':'reference','target':'customers','labels':{'en':'Who'}},"
                + "{'name':'day','kind':'date','labels':{'en':'Day'}}";
        Shaping.publish(
                Crm.admin(),
                "{'op':'addType','type':{'name':'" + TYPE + "','rights':'owned','labels':{'en':'T'},'fields':[" + fields
                        + "]}}");
    }

    private Answer create(String type, String json) {
        Answer made = admin.post("/" + type, json.replace('\'', '"'));
        assertThat(made.status()).as("%s", made).isEqualTo(201);
        return made;
    }

    @ParameterizedTest
    @ValueSource(strings = {"customers", "leads", "activities", "own"})
    void whatWasReadIsSavedAgain(String which) {
        Answer person = create(
                "customers",
                "{'kind':'person','name':'Nguyễn Hoà','tags':['a','b'],"
                        + "'phones':[{'type':'mobile','value':'0903123456','primary':true},"
                        + "{'type':'work','value':'0903123457'}],'emails':[{'type':'work','value':'hoa@example.vn'}],"
                        + "'addresses':[{'type':'home','city':'Huế','street':'1 Lê Lợi','primary':true}]}");
        int number = person.json().getInt("id");
        String type = which.equals("own") ? TYPE : which;
        Answer made =
                switch (which) {
                    case "customers" -> person;
                    case "leads" -> create("leads", "{'name':'Trần An','company':'An Phát','phone':'0903123458'}");
                    case "activities" ->
                        create(
                                "activities",
                                "{'kind':'call','subject':'Gọi lại','customer':" + number
                                        + ",'minutes':30,'startsAt':'2026-12-01T03:00:00Z'}");
                    default ->
                        create(
                                TYPE,
                                "{'name':'Một','n':3.5,'day':'2026-12-01','who':" + number
                                        + ",'price':{'amount':1200000,'currency':'VND'}}");
                };
        String path = "/" + type + "/" + made.json().getInt("id");
        Answer read = admin.get(path);
        JsonObjectBuilder again = Json.createObjectBuilder();
        List<String> writable = writable(type);
        JsonObject values = read.json();
        values.forEach((field, value) -> {
            if (writable.contains(field)) {
                again.add(field, value);
            }
        });
        JsonObject body = again.build();
        assertThat(body.keySet()).as("%s of %s", writable, read).hasSizeGreaterThan(3);
        for (int i = 0; i < 2; i++) {
            Answer saved = admin.patch(path, body);
            assertThat(saved.status()).as("%s", saved).isEqualTo(200);
            assertThat(saved.header("ETag")).isEqualTo(read.header("ETag"));
            assertThat(admin.get(path).header("ETag")).isEqualTo(read.header("ETag"));
        }
    }

    private List<String> writable(String type) {
        return admin.get("/metadata").json().getJsonArray("types").getValuesAs(JsonObject.class).stream()
                .filter(one -> one.getString("name").equals(type))
                .flatMap(one -> one.getJsonArray("fields").getValuesAs(JsonObject.class).stream())
                .filter(field -> !field.getJsonArray("uses").toString().contains("\"read-only\""))
                .map(field -> field.getString("name"))
                .toList();
    }
}
