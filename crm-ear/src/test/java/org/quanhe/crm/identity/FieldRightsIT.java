package org.quanhe.crm.identity;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.quanhe.crm.harness.Answer;
import org.quanhe.crm.harness.Colleague;
import org.quanhe.crm.harness.Crm;
import org.quanhe.crm.harness.Shaping;

/**
 * Whatever rights the roles have on fields: records, lists, metadata, search, facets, filters, orders, files, history
 * and writing treat each field for each reader as a plain rule says: the widest right of the reader's roles.
 */
class FieldRightsIT {
    private static final String MARK = Long.toString(System.nanoTime(), 36);
    private static final String SECRET = "secret_" + MARK;
    private static final String GRADE = "grade_" + MARK;
    /** Made from two of the others: read by whoever reads both. */
    private static final String MADE = "made_" + MARK;

    private static final List<String> FIELDS =
            List.of("company", "phones", "emails", "addresses", "notes", "tags", "source", SECRET, GRADE);

    /** The field that shows the primary entry of a list goes with the list. */
    private static final Map<String, String> PRIMARIES =
            Map.of("phones", "phone", "emails", "email", "addresses", "city");

    private static final Set<String> FILTERED = Set.of("company", "source", SECRET, GRADE, MADE);
    private static final Set<String> SORTED = Set.of("company", SECRET, GRADE, MADE);
    private static final Set<String> FACETS = Set.of("tags", "source", GRADE);
    private static final Set<String> SEARCHED =
            Set.of("company", "phones", "emails", "addresses", "notes", "tags", SECRET, GRADE, MADE);
    private static final List<Set<String>> READERS =
            List.of(Set.of("sales"), Set.of("marketing"), Set.of("sales", "marketing"));

    /** Of records other than the one that is looked for. */
    private static final String OTHER = "anders";

    private static final Crm ADMIN = Crm.admin();
    private static List<Crm> readers;
    private static List<Colleague> people;
    private static long team;
    private static long record;

    /** What a role may do with a field. */
    private enum Right {
        WRITE,
        READ,
        NONE;

        Right widest(Right other) {
            return values()[Math.min(ordinal(), other.ordinal())];
        }
    }

    @BeforeContainer
    static void people() {
        Shaping.publish(
                ADMIN,
                "{\"op\":\"addField\",\"type\":\"customers\",\"field\":{\"name\":\"" + SECRET
                        + "\",\"kind\":\"text\",\"searchable\":true,\"list\":true,\"labels\":{\"en\":\"Secret\"}}}",
                "{\"op\":\"addField\",\"type\":\"customers\",\"field\":{\"name\":\"" + GRADE
                        + "\",\"kind\":\"choice\",\"searchable\":true,\"facet\":true,\"labels\":{\"en\":\"Grade\"},"
                        + "\"choices\":[{\"code\":\"" + value(GRADE) + "\",\"labels\":{\"en\":\"" + value(GRADE)
                        + "\"}},{\"code\":\""
                        + value(GRADE, OTHER)
                        + "\",\"labels\":{\"en\":\"Silver\"}}]}}",
                "{'op':'addField','type':'customers','field':{'name':'" + MADE
                        + "','kind':'text','searchable':true,'list':true,'formula':'" + SECRET + " + company',"
                        + "'labels':{'en':'Made'}}}");
        for (String role : List.of("sales", "marketing")) {
            right(role, "all", "all", "own");
        }
        readers = READERS.stream()
                .map(roles -> Colleague.with(List.copyOf(roles), List.of()).crm())
                .toList();
        team = Colleague.team("Why " + MARK);
        people = List.of(
                Colleague.with(List.of("service"), List.of(team)),
                Colleague.with(List.of("finance"), List.of()),
                Colleague.with(List.of("service", "finance"), List.of(team)));
        record = create(ADMIN, "Người " + MARK, values("")).json().getInt("id");
    }

    @BeforeProperty
    void everythingAllowed() {
        for (String role : List.of("sales", "marketing")) {
            FIELDS.forEach(field -> set(role, field, Right.WRITE));
        }
    }

    @AfterContainer
    static void presets() {
        right("sales", "team", "team", "own");
        right("marketing", "all", "own", "own");
        for (String role : List.of("sales", "marketing")) {
            FIELDS.forEach(field -> set(role, field, Right.WRITE));
        }
    }

    private static Answer put(String role, String field, boolean read, boolean write) {
        return Shaping.field(ADMIN, role, "customers", field, read, write);
    }

    private static void right(String role, String read, String write, String delete) {
        Shaping.right(ADMIN, role, "customers", read, write, delete);
    }

    private static void set(String role, String field, Right right) {
        Answer answer = put(role, field, right != Right.NONE, right == Right.WRITE);
        assertThat(answer.status()).as("%s", answer).isEqualTo(204);
    }

    /** What the record holds in a field: a word that is nowhere else, and like no other. */
    private static String value(String field) {
        return value(field, "");
    }

    private static String value(String field, String other) {
        if (field.equals(MADE)) {
            return value(SECRET, other) + value("company", other);
        }
        return switch (field) {
            case "phones" -> "09" + Math.abs((MARK + other).hashCode() % 90_000_000 + 10_000_000);
            case "emails" -> "thu" + MARK + other + "@vidu.vn";
            case "company" -> "kavomit" + MARK + other;
            case "addresses" -> "dipluvan" + MARK + other;
            case "notes" -> "belduris" + MARK + other;
            case "tags" -> "sizopenga" + MARK + other;
            case "source" -> "wynfaqu" + MARK + other;
            default -> (field.equals(SECRET) ? "gyrtolmec" : "hozbecku") + MARK + other;
        };
    }

    private static JsonObject values(String other) {
        return Json.createObjectBuilder()
                .add("company", value("company", other))
                .add("phones", list(value("phones", other)))
                .add("emails", list(value("emails", other)))
                .add(
                        "addresses",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder()
                                        .add("type", "work")
                                        .add("city", value("addresses", other))
                                        .add("primary", true)))
                .add("notes", "Ghi chú " + value("notes", other))
                .add("tags", Json.createArrayBuilder().add(value("tags", other)))
                .add("source", value("source", other))
                .add(SECRET, value(SECRET, other))
                .add(GRADE, value(GRADE, other))
                .build();
    }

    private static JsonArrayBuilder list(String point) {
        return Json.createArrayBuilder()
                .add(Json.createObjectBuilder()
                        .add("type", "work")
                        .add("value", point)
                        .add("primary", true));
    }

    private static Answer create(Crm by, String name, JsonObject values) {
        return by.post(
                "/customers", Json.createObjectBuilder(values).add("name", name).build());
    }

    @Provide
    Arbitrary<List<Right>> rights() {
        return Arbitraries.of(Right.values()).list().ofSize(2 * FIELDS.size());
    }

    @Property(tries = 5, shrinking = ShrinkingMode.OFF)
    void everyWayToAFieldFollowsThePlainRule(@ForAll("rights") List<Right> chosen) {
        Map<String, Right> sales = new LinkedHashMap<>();
        Map<String, Right> marketing = new LinkedHashMap<>();
        for (int i = 0; i < FIELDS.size(); i++) {
            sales.put(FIELDS.get(i), chosen.get(i));
            marketing.put(FIELDS.get(i), chosen.get(FIELDS.size() + i));
            set("sales", FIELDS.get(i), chosen.get(i));
            set("marketing", FIELDS.get(i), chosen.get(FIELDS.size() + i));
        }
        for (int i = 0; i < readers.size(); i++) {
            Map<String, Right> expected = new HashMap<>();
            for (String field : FIELDS) {
                Right right = Right.NONE;
                right = READERS.get(i).contains("sales") ? right.widest(sales.get(field)) : right;
                right = READERS.get(i).contains("marketing") ? right.widest(marketing.get(field)) : right;
                expected.put(field, right);
            }
            Crm reader = readers.get(i);
            FIELDS.forEach(field -> asked(reader, field, expected.get(field)));
            written(reader, expected);
            expected.put(MADE, narrowest(expected.get(SECRET), expected.get("company")));
            metadata(reader, expected);
            shown(reader, expected);
            asked(reader, MADE, expected.get(MADE));
        }
    }

    /** Nobody writes what is calculated. */
    private static Right narrowest(Right one, Right other) {
        return one == Right.NONE || other == Right.NONE ? Right.NONE : Right.READ;
    }

    private static void metadata(Crm reader, Map<String, Right> expected) {
        Map<String, Boolean> readOnly = new HashMap<>();
        reader.get("/metadata").json().getJsonArray("types").getValuesAs(JsonObject.class).stream()
                .filter(type -> type.getString("name").equals("customers"))
                .flatMap(type -> type.getJsonArray("fields").getValuesAs(JsonObject.class).stream())
                .forEach(field -> readOnly.put(
                        field.getString("name"),
                        field.getJsonArray("uses").toString().contains("read-only")));
        expected.forEach((field, right) -> {
            for (String name : List.of(field, PRIMARIES.getOrDefault(field, field))) {
                assertThat(readOnly.containsKey(name))
                        .as("%s in metadata", name)
                        .isEqualTo(right != Right.NONE);
                if (right != Right.NONE) {
                    assertThat(readOnly.get(name)).as("%s read-only", name).isEqualTo(right == Right.READ);
                }
            }
        });
    }

    /** Wherever the record is shown, its readable values are there, and the others are not. */
    private static void shown(Crm reader, Map<String, Right> expected) {
        String named = Crm.encode("name.contains(\"" + MARK + "\")");
        Map<String, Answer> everywhere = new LinkedHashMap<>();
        everywhere.put("record", reader.get("/customers/" + record));
        everywhere.put("list", reader.get("/customers?filter=" + named));
        everywhere.put("audit", reader.get("/customers/" + record + "/audit"));
        everywhere.put("timeline", reader.get("/customers/" + record + "/timeline"));
        everywhere.forEach((where, answer) -> {
            assertThat(answer.status()).as("%s %s", where, answer).isEqualTo(200);
            // what is calculated has no history of its own
            boolean history = where.equals("audit") || where.equals("timeline");
            expected.forEach((field, right) -> assertThat(answer.text().contains(value(field)))
                    .as("%s %s in %s", right, field, where)
                    .isEqualTo(right != Right.NONE && !(history && field.equals(MADE))));
        });
        String hits = reader.get("/search?q=" + MARK).text();
        assertThat(hits).contains("Người " + MARK);
        expected.forEach((field, right) -> {
            if (right == Right.NONE) {
                assertThat(hits).as("%s in hits", field).doesNotContain(value(field));
            }
        });
        String file = reader.get("/customers/export?format=csv&filter=" + named).text();
        expected.forEach((field, right) -> {
            if (right == Right.NONE) {
                assertThat(file).as("%s in the file", field).doesNotContain(value(field));
            }
        });
    }

    private static void asked(Crm reader, String field, Right right) {
        boolean read = right != Right.NONE;
        int answered = read ? 200 : 400;
        String word = Crm.encode(value(field));
        if (SEARCHED.contains(field)) {
            JsonObject found = reader.get("/search?type=customers&q=" + word).json();
            assertThat(found.getJsonArray("hits").size())
                    .as("%s %s found", right, field)
                    .isEqualTo(read ? 1 : 0);
            assertThat(found.getJsonObject("total").getInt("value")).isEqualTo(read ? 1 : 0);
            assertThat(reader.get("/customers?q=" + word).json().getJsonArray("items"))
                    .as("%s %s in the list's search", right, field)
                    .hasSize(read ? 1 : 0);
        }
        if (FACETS.contains(field)) {
            JsonObject found = reader.get("/search?type=customers&q=" + MARK + "&facets=" + field)
                    .json();
            assertThat(found.getJsonObject("facets")
                            .getJsonArray(field)
                            .toString()
                            .contains(value(field)))
                    .as("%s %s counted", right, field)
                    .isEqualTo(read);
        }
        if (FILTERED.contains(field)) {
            String filter = Crm.encode(field + " == \"" + value(field) + "\"");
            Answer list = reader.get("/customers?filter=" + filter);
            assertThat(list.status()).as("filter by %s", field).isEqualTo(answered);
            assertThat(reader.get("/search?type=customers&q=&filter=" + filter).status())
                    .isEqualTo(answered);
            if (read) {
                assertThat(list.json().getJsonArray("items")).hasSize(1);
            }
        }
        if (SORTED.contains(field)) {
            assertThat(reader.get("/customers?limit=1&sort=-" + field).status())
                    .as("sort by %s", field)
                    .isEqualTo(answered);
        }
        assertThat(reader.get("/customers/?limit=1&fields=" + field).status())
                .as("%s chosen", field)
                .isEqualTo(answered);
        Answer file = reader.get("/customers/export?format=csv&columns=name," + field + "&ids=" + record);
        assertThat(file.status() == 200 && file.text().contains(value(field)))
                .as("%s %s exported", right, field)
                .isEqualTo(read);
    }

    /** Each field alone, on a record of its own. */
    private static void written(Crm reader, Map<String, Right> expected) {
        long id =
                create(ADMIN, "Sửa " + System.nanoTime(), values(OTHER)).json().getInt("id");
        expected.forEach((field, right) -> {
            JsonObject one = Json.createObjectBuilder()
                    .add(field, values(OTHER).get(field))
                    .build();
            Answer changed = reader.patch("/customers/" + id, one);
            assertThat(changed.status()).as("%s %s written", right, field).isEqualTo(right == Right.WRITE ? 200 : 400);
            if (right != Right.WRITE) {
                assertThat(changed.text())
                        .contains("\"" + field + "\"")
                        .contains(right == Right.READ ? "cannot write" : "no such field");
            }
            Answer made = create(reader, "Mới " + MARK, one);
            assertThat(made.status()).as("%s %s given", right, field).isEqualTo(right == Right.WRITE ? 201 : 400);
            if (made.status() == 201) {
                ADMIN.delete("/customers/" + made.json().getInt("id"));
            }
        });
        assertThat(ADMIN.delete("/customers/" + id).status()).isEqualTo(204);
    }

    @Example
    void whatRightsLookAtIsAlwaysRead() {
        for (String field : List.of("name", "owner", "team")) {
            Answer refused = put("sales", field, false, false);
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.text()).contains(field);
        }
        assertThat(put("sales", "notes", false, true).status()).isEqualTo(400);
        assertThat(put("sales", "nothing", false, false).status()).isEqualTo(400);
        assertThat(put("administrator", "notes", false, false).status()).isEqualTo(400);
        assertThat(readers.get(0)
                        .get("/rights/fields?role=sales&type=customers")
                        .status())
                .isEqualTo(403);
    }

    @Example
    void listAndPrimaryEntryHaveOneRight() {
        assertThat(put("marketing", "phone", false, false).status()).isEqualTo(204);
        Map<String, Boolean> read = new HashMap<>();
        ADMIN.get("/rights/fields?role=marketing&type=customers")
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .forEach(item -> read.put(item.getString("field"), item.getBoolean("read")));
        assertThat(read)
                .containsEntry("phone", false)
                .containsEntry("phones", false)
                .containsEntry("email", true);
        set("marketing", "phones", Right.WRITE);
        assertThat(readers.get(1).get("/customers/" + record).text()).contains(value("phones"));
    }

    @Example
    void rightStaysWithAFieldThatGetsAnotherName() {
        set("marketing", SECRET, Right.NONE);
        String renamed = "renamed_" + MARK;
        Shaping.publish(
                ADMIN,
                "{\"op\":\"changeField\",\"renameUses\":true,\"type\":\"customers\",\"name\":\"" + SECRET
                        + "\",\"set\":{\"name\":\"" + renamed + "\"}}");
        Crm reader = readers.get(1);
        assertThat(reader.get("/customers/" + record).text()).doesNotContain(value(SECRET));
        assertThat(reader.get("/customers/" + record + "/audit").text()).doesNotContain(value(SECRET));
        assertThat(reader.get("/search?q=" + value(SECRET)).json().getJsonArray("hits"))
                .isEmpty();
        assertThat(reader.get("/customers?filter=" + Crm.encode(renamed + " == \"x\""))
                        .status())
                .isEqualTo(400);
        Shaping.publish(
                ADMIN,
                "{\"op\":\"changeField\",\"renameUses\":true,\"type\":\"customers\",\"name\":\"" + renamed
                        + "\",\"set\":{\"name\":\"" + SECRET + "\"}}");
        set("marketing", SECRET, Right.WRITE);
        ADMIN.await(
                "/customers?filter=" + Crm.encode(SECRET + " == \"" + value(SECRET) + "\""),
                list -> !list.json().getJsonArray("items").isEmpty());
        assertThat(reader.get("/customers/" + record).text()).contains(value(SECRET));
    }

    @Example
    void hiddenFieldBeginsWithItsDefaultAndIsNoTargetOfImports() {
        String level = "level_" + MARK;
        Shaping.publish(
                ADMIN,
                "{\"op\":\"addField\",\"type\":\"customers\",\"field\":{\"name\":\"" + level
                        + "\",\"kind\":\"number\",\"required\":true,\"default\":7,\"labels\":{\"en\":\"Level\"}}}");
        set("marketing", level, Right.NONE);
        set("marketing", "company", Right.READ);
        Crm reader = readers.get(1);
        Answer made = reader.post("/customers", "{\"name\":\"Mặc định " + MARK + "\"}");
        assertThat(made.status()).as("%s", made).isEqualTo(201);
        assertThat(made.text()).doesNotContain(level);
        int id = made.json().getInt("id");
        assertThat(ADMIN.get("/customers/" + id).json().getInt(level)).isEqualTo(7);
        for (String column : List.of(level, "company")) {
            Answer refused = reader.upload(
                    "/imports",
                    "a.csv",
                    ("Ten,Cot\nAn,3\n").getBytes(StandardCharsets.UTF_8),
                    Map.of(
                            "type",
                            "customers",
                            "dryRun",
                            "true",
                            "mapping",
                            "{\"Ten\":\"name\",\"Cot\":\"" + column + "\"}"));
            assertThat(refused.status()).as("%s", refused).isEqualTo(400);
        }
        set("marketing", level, Right.WRITE);
        set("marketing", "company", Right.WRITE);
        assertThat(ADMIN.delete("/customers/" + id).status()).isEqualTo(204);
    }

    @Example
    void changeOfWhatIsHiddenIsNotInTheHistory() {
        long id = create(ADMIN, "Sử " + MARK, values(OTHER)).json().getInt("id");
        for (int i = 0; i < 5; i++) {
            assertThat(ADMIN.patch("/customers/" + id, "{\"notes\":\"bí mật " + i + "\"}")
                            .status())
                    .isEqualTo(200);
        }
        set("marketing", "notes", Right.NONE);
        for (String history : List.of("audit", "timeline")) {
            JsonObject page = readers.get(1)
                    .get("/customers/" + id + "/" + history + "?limit=2")
                    .json();
            assertThat(page.getJsonArray("items")).as("%s", page).hasSize(1);
            assertThat(page.toString()).contains("created").doesNotContain("bí mật");
            assertThat(page.isNull("next")).isTrue();
        }
        set("marketing", "notes", Right.WRITE);
        assertThat(readers.get(1).get("/customers/" + id + "/audit").json().getJsonArray("items"))
                .hasSize(6);
        assertThat(ADMIN.delete("/customers/" + id).status()).isEqualTo(204);
    }

    @Provide
    Arbitrary<List<String>> scopes() {
        return Arbitraries.of("none", "own", "team", "all").list().ofSize(6);
    }

    /** The explanation is the decision: whatever it says is what happens. */
    @Property(tries = 6, shrinking = ShrinkingMode.OFF)
    void explanationAgreesWithWhatHappens(@ForAll("scopes") List<String> scopes) {
        right("service", scopes.get(0), scopes.get(1), scopes.get(2));
        right("finance", scopes.get(3), scopes.get(4), scopes.get(5));
        try {
            people.forEach(FieldRightsIT::explained);
        } finally {
            right("service", "all", "team", "own");
            right("finance", "all", "none", "none");
        }
    }

    private static void explained(Colleague somebody) {
        for (boolean own : List.of(true, false)) {
            for (boolean teams : List.of(true, false)) {
                var values = Json.createObjectBuilder(values(OTHER));
                values.add("owner", own ? somebody.id() : 1);
                if (teams) {
                    values.add("team", team);
                }
                long id = create(ADMIN, "Vì sao " + System.nanoTime(), values.build())
                        .json()
                        .getInt("id");
                JsonObject why = ADMIN.get("/rights/why?user=" + somebody.id() + "&type=customers&id=" + id)
                        .json();
                assertThat(why.getBoolean("owner")).isEqualTo(own);
                Answer seen = somebody.crm().get("/customers/" + id);
                assertThat(why.getBoolean("sees")).as("%s", why).isEqualTo(seen.status() == 200);
                Answer changed = somebody.crm().patch("/customers/" + id, "{\"notes\":\"mới\"}");
                assertThat(why.getBoolean("changes")).as("%s", why).isEqualTo(changed.status() == 200);
                Answer deleted = somebody.crm().delete("/customers/" + id);
                assertThat(why.getBoolean("deletes")).as("%s", why).isEqualTo(deleted.status() == 204);
                if (deleted.status() == 204) {
                    JsonObject gone = ADMIN.get("/rights/why?user=" + somebody.id() + "&type=customers&id=" + id)
                            .json();
                    assertThat(gone.getBoolean("deleted")).isTrue();
                    assertThat(gone.getBoolean("sees")).isFalse();
                } else {
                    ADMIN.delete("/customers/" + id);
                }
            }
        }
    }

    @Example
    void explanationNamesHiddenFieldsAndInactiveAccounts() {
        set("marketing", "emails", Right.NONE);
        set("marketing", "tags", Right.READ);
        Colleague somebody = Colleague.with(List.of("marketing"), List.of());
        String address = "/rights/why?user=" + somebody.id() + "&type=customers&id=" + record;
        JsonObject why = ADMIN.get(address).json();
        assertThat(names(why, "hidden")).containsExactly("email", "emails");
        assertThat(names(why, "locked")).containsExactly("tags");
        assertThat(why.getBoolean("sees")).isTrue();
        assertThat(ADMIN.patch("/users/" + somebody.id(), "{\"active\":false}").status())
                .isEqualTo(200);
        JsonObject left = ADMIN.get(address).json();
        assertThat(left.getBoolean("active")).isFalse();
        assertThat(left.getBoolean("sees")).isFalse();
        assertThat(readers.get(0).get(address).status()).isEqualTo(403);
        assertThat(ADMIN.get("/rights/why?user=" + somebody.id() + "&type=customers&id=999999999")
                        .status())
                .isEqualTo(404);
        set("marketing", "emails", Right.WRITE);
        set("marketing", "tags", Right.WRITE);
    }

    private static Set<String> names(JsonObject json, String list) {
        return new ArrayList<>(json.getJsonArray(list))
                .stream()
                        .map(name -> ((jakarta.json.JsonString) name).getString())
                        .collect(Collectors.toCollection(TreeSet::new));
    }
}
