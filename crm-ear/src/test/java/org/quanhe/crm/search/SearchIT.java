package org.quanhe.crm.search;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.text.Normalizer;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quanhe.crm.harness.Answer;
import org.quanhe.crm.harness.Colleague;
import org.quanhe.crm.harness.Crm;

/** What the search box finds and tells, asked over REST. */
class SearchIT {
    private final Crm admin = Crm.admin();
    private final String mark = Long.toString(System.nanoTime(), 36);

    private long customer(String name, String notes) {
        Answer made = admin.post(
                "/customers",
                Json.createObjectBuilder().add("name", name).add("notes", notes).build());
        assertThat(made.status()).as("%s", made).isEqualTo(201);
        return made.json().getInt("id");
    }

    private JsonObject found(Crm crm, String text) {
        return crm.get("/search?facets=owner,tags&q=" + Crm.encode(text)).json();
    }

    private List<Integer> ids(String text) {
        return found(admin, text).getJsonArray("hits").getValuesAs(JsonObject.class).stream()
                .map(hit -> hit.getInt("id"))
                .toList();
    }

    @ParameterizedTest
    @Tag("D01")
    @ValueSource(strings = {"裴翠鸾", "Bùi Thuý Loan"})
    void onePersonIsFirstInWhateverLanguageAndLettersSheIsTyped(String name) {
        int person = (int) customer(name, "");
        int other = (int) customer(name.replace("鸾", "兰").replace("Loan", "Loân"), "");
        for (String typed : List.of("bui thuy loan", "Bùi Thuý Loan", "裴翠鸾", "peicuiluan", "pcl")) {
            assertThat(ids(typed)).as(typed).startsWith(person);
        }
        for (int id : List.of(person, other)) {
            assertThat(admin.delete("/customers/" + id).status()).isEqualTo(204);
        }
    }

    @Test
    @Tag("D02")
    void bothScriptsFindTheSameAndShowTheirOwn() {
        int simplified = (int) customer(mark + " 客户服务", "");
        int traditional = (int) customer(mark + " 客戶服務", "");
        for (String typed : List.of(mark + " 客户", mark + " 客戶")) {
            assertThat(ids(typed)).containsExactlyInAnyOrder(simplified, traditional);
            JsonObject answer = found(admin, typed);
            assertThat(answer.getJsonArray("hits").getValuesAs(JsonObject.class))
                    .extracting(hit -> hit.getString("title"))
                    .containsExactlyInAnyOrder(mark + " 客户服务", mark + " 客戶服務");
            assertThat(answer.toString()).contains("客户服务", "客戶服務");
        }
    }

    @Test
    @Tag("D03")
    void everySpellingOfDieuHoaFindsTheSame() {
        int old = (int) customer("Máy lạnh " + mark, "Sửa điều hoà");
        int modern = (int) customer("Máy lạnh " + mark + " hai", "Sửa điều hòa");
        int bare = (int) customer("Máy lạnh " + mark + " ba", "sua dieu hoa");
        for (String typed : List.of("dieu hoa", "điều hòa", "điều hoà", "ĐIỀU HOÀ", "dieu hòa")) {
            for (Normalizer.Form form : List.of(Normalizer.Form.NFC, Normalizer.Form.NFD)) {
                assertThat(ids(Normalizer.normalize(mark + " " + typed, form)))
                        .as("%s %s", typed, form)
                        .containsExactlyInAnyOrder(old, modern, bare);
            }
        }
    }

    @Test
    @Tag("D04")
    void whoMayNotSeeARecordLearnsNothingOfIt() {
        String secret = "bimat" + mark;
        admin.post(
                "/customers",
                Json.createObjectBuilder()
                        .add("name", "Bà " + secret)
                        .add("notes", "hợp đồng " + secret)
                        .add("tags", Json.createArrayBuilder().add("nhan" + mark))
                        .build());
        Colleague colleague = Colleague.with(List.of(), List.of());
        String wrong = secret.substring(0, 3) + secret.substring(4);
        for (String typed : List.of(secret, wrong, "Bà " + secret, secret.substring(0, 5), "nhan" + mark)) {
            JsonObject answer = found(colleague.crm(), typed);
            assertThat(answer.getJsonArray("hits")).as(typed).isEmpty();
            assertThat(answer.getJsonObject("total").getInt("value")).isZero();
            assertThat(answer.isNull("meant")).isTrue();
            assertThat(answer.getJsonObject("facets").values())
                    .allSatisfy(values -> assertThat(values.asJsonArray()).isEmpty());
            assertThat(answer.toString()).doesNotContain(secret);
        }
        assertThat(found(admin, wrong).getString("meant")).isEqualTo(secret);
    }

    @Test
    void otherSpellingsAreOfferedInTheSpellingThatWasFound() {
        customer("Trần Quỳnh" + mark, "");
        JsonObject answer = found(admin, "tran quynhh" + mark);
        assertThat(answer.getJsonArray("hits")).isNotEmpty();
        assertThat(answer.getString("reach")).isEqualTo("similar");
        assertThat(answer.getString("meant")).isEqualTo("tran Quỳnh" + mark);
        JsonObject again = found(admin, answer.getString("meant"));
        assertThat(again.getString("reach")).isEqualTo("typed");
        assertThat(again.isNull("meant")).isTrue();
    }

    @Test
    void valuesOfFacetsAreChosenAsOnThePageOfResults() {
        for (String source : List.of("fair", "fair", "web", "shop")) {
            admin.post(
                    "/customers",
                    Json.createObjectBuilder()
                            .add("name", "Đại lý " + mark)
                            .add("source", source + mark)
                            .build());
        }
        String asked = "/search?type=customers&facets=source&q=" + mark;
        assertThat(total(asked)).isEqualTo(4);
        assertThat(total(asked + "&by.source=fair" + mark)).isEqualTo(2);
        assertThat(total(asked + "&by.source=fair" + mark + "&by.source=web" + mark))
                .isEqualTo(3);
        assertThat(admin.get(asked + "&by.source=fair" + mark)
                        .json()
                        .getJsonObject("facets")
                        .getJsonArray("source"))
                .hasSize(3);
        assertThat(total(asked + "&by.source=none")).isZero();
    }

    private int total(String asked) {
        return admin.get(asked).json().getJsonObject("total").getInt("value");
    }

    @ParameterizedTest
    @CsvSource({
        "type=customers&by.nothing=1, by.nothing",
        "type=customers&by.owner=x, by.owner",
        "by.source=web, type=",
        "type=customers&by.createdAt=yesterday, by.createdAt"
    })
    void whatIsNoValueOfAFacetIsRefusedByName(String chosen, String named) {
        Answer refused = admin.with("Accept-Language", "vi").get("/search?q=a&" + chosen);
        assertThat(refused.status()).as("%s", refused).isEqualTo(400);
        assertThat(refused.json().toString()).contains(named);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "%+-=/\\()[]{}^\"~*?:!&|<>.,;'`@#$_",
                "*:*",
                "a~999999",
                "[[",
                "title:(",
                "\"",
                "/(/",
                "AND OR NOT",
                "'; drop table customers; --",
                "1' or '1'='1",
                "\u202eabc\u200f",
                "👩‍👩‍👧‍👦🏳️‍🌈",
                "a\u200bb\u200c\ufeff",
                "\ud83d",
                "\udc00x",
                "\u0000",
                "<script>alert(1)</script>#{7*7}${7*7}",
                "a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a"
            })
    void whateverIsTypedIsAnswered(String typed) {
        String asked = Crm.encode(typed);
        for (String query : List.of("q=" + asked, "type=customers&facets=owner&q=" + asked)) {
            Answer answer = admin.get("/search?" + query);
            assertThat(answer.status()).as("%s", answer).isEqualTo(200);
            assertThat(answer.json().getJsonObject("total").getInt("value")).isNotNegative();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"%ED%A0%80", "%ff%fe", "%E1%BA", "a%00b"})
    void bytesThatAreNoTextAreAnsweredToo(String bytes) {
        Answer answer = admin.get("/search?q=" + bytes);
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    }

    @Test
    void whatIsTooLongIsRefusedInTheReadersLanguage() {
        Answer answer = admin.with("Accept-Language", "vi").get("/search?q=" + "a".repeat(1_001));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().getString("detail")).contains("tối đa 1.000 ký tự");
        for (String one : List.of("a", "漢", "*")) {
            Answer longer = admin.with("Accept-Language", "zh-CN").get("/search?q=" + Crm.encode(one.repeat(10_000)));
            assertThat(longer.status()).as("%s", longer).isEqualTo(400);
            assertThat(longer.json().getString("detail")).isEqualTo("最多可搜索 1,000 个字符。");
        }
    }
}
