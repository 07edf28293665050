package org.quanhe.crm.capture;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;
import org.quanhe.crm.harness.Answer;
import org.quanhe.crm.harness.Crm;

/** A web form of one test, in Vietnamese, Chinese and English. */
public final class MadeForm {
    private static final List<String> ASKED =
            List.of("name", "company", "phone", "email", "need", "budget", "wishedTime", "address");

    private final Crm admin = Crm.admin();
    private final String code;
    private final long id;

    private MadeForm(JsonObject document) {
        Answer made = admin.post("/web-forms", document);
        if (made.status() != 201) {
            throw new AssertionError("no form: " + made);
        }
        this.id = made.json().getJsonNumber("id").longValue();
        this.code = document.getString("code");
    }

    static String freshCode() {
        return "f" + Long.toString(System.nanoTime(), 36);
    }

    /** A form that is published and can be sent at once. */
    static MadeForm published() {
        return with(Json.createObjectBuilder());
    }

    /** The same with other members. */
    static MadeForm with(JsonObjectBuilder more) {
        return new MadeForm(document(freshCode(), more.build()));
    }

    /** A published form that asks for these fields, the first of which must be answered. */
    public static MadeForm asking(List<String> names) {
        JsonArrayBuilder fields = Json.createArrayBuilder();
        names.forEach(name -> fields.add(field(name, name.equals(names.get(0)))));
        return with(Json.createObjectBuilder().add("fields", fields));
    }

    /** What a published form consists of that asks for a person and a wish. */
    public static JsonObject document(String code, JsonObject more) {
        JsonArrayBuilder fields = Json.createArrayBuilder();
        ASKED.forEach(name -> fields.add(field(name, name.equals("name"))));
        JsonObjectBuilder texts = Json.createObjectBuilder();
        texts.add("vi", texts("Liên hệ lắp máy lạnh", "Gửi yêu cầu", "Cảm ơn bạn!"));
        texts.add("zh-CN", texts("空调安装咨询", "提交需求", "谢谢您！"));
        texts.add("en", texts("Ask about air conditioners", "Send request", "Thank you!"));
        JsonObjectBuilder document = Json.createObjectBuilder()
                .add("code", code)
                .add("name", "Form " + code)
                .add("published", true)
                .add("languages", Json.createArrayBuilder(List.of("vi", "zh-CN", "en")))
                .add("fields", fields)
                .add("texts", texts)
                .add("consents", Json.createArrayBuilder())
                .add("source", "website")
                .add("medium", "form")
                .add("campaign", "he-2027")
                .add("sites", Json.createArrayBuilder())
                .add("leastSeconds", 0);
        more.forEach(document::add);
        return document.build();
    }

    static JsonObject field(String name, boolean required) {
        return Json.createObjectBuilder()
                .add("name", name)
                .add("required", required)
                .add("labels", JsonValue.EMPTY_JSON_OBJECT)
                .build();
    }

    private static JsonObject texts(String title, String button, String thanks) {
        return Json.createObjectBuilder()
                .add("title", title)
                .add("intro", "")
                .add("button", button)
                .add("thanks", thanks)
                .build();
    }

    /** The same form with other members; fails if that is refused. */
    void change(JsonObjectBuilder more) {
        JsonObject document = document(code, more.build());
        Answer changed = admin.send("PUT", "/web-forms/" + id, "application/json", document.toString());
        if (changed.status() != 200) {
            throw new AssertionError("not changed: " + changed);
        }
    }

    public String code() {
        return code;
    }

    public long id() {
        return id;
    }

    public Visitor opened() {
        return Visitor.opens(code, "?lang=vi");
    }

    /** Leads found with these words, by an administrator. */
    static List<JsonObject> leads(String words) {
        return Crm.admin().get("/leads?q=" + Crm.encode(words)).json().getJsonArray("items").stream()
                .map(JsonValue::asJsonObject)
                .toList();
    }

    /** The same, when there are so many: what others save is found a moment later. */
    static List<JsonObject> leads(String words, int many) {
        Crm.admin()
                .await(
                        "/leads?q=" + Crm.encode(words),
                        found -> found.json().getJsonArray("items").size() >= many);
        return leads(words);
    }

    /** The only lead that has those words. */
    public static JsonObject lead(String words) {
        List<JsonObject> found = leads(words, 1);
        if (found.size() != 1) {
            throw new AssertionError(words + " is found " + found.size() + " times: " + found);
        }
        return found.get(0);
    }

    /** What the timeline of the lead tells. */
    static String timeline(JsonObject lead) {
        return Crm.admin().get("/leads/" + lead.getInt("id") + "/timeline").text();
    }

    /** Notes of the lead, when there are so many. */
    static List<JsonValue> notes(JsonObject lead, int many) {
        String path = "/activities?filter=" + Crm.encode("lead == " + lead.getInt("id"));
        return Crm.admin()
                .await(path, found -> found.json().getJsonArray("items").size() >= many)
                .json()
                .getJsonArray("items");
    }
}
