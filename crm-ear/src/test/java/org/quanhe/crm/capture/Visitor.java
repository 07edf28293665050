package org.quanhe.crm.capture;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quanhe.crm.harness.Answer;
import org.quanhe.crm.harness.Crm;

/** Somebody without a browser who opens a form, fills it in and sends it. */
public final class Visitor {
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\">");

    private final Crm crm;
    private final String path;
    private final Answer opened;
    private final Map<String, List<String>> parts = new LinkedHashMap<>();

    private Visitor(Crm crm, String code, String query) {
        this.crm = crm;
        this.path = "/crm/forms/" + code;
        this.opened = crm.get(path + query);
        again(opened);
    }

    /** Opens the form; the query begins with a question mark or is empty. */
    static Visitor opens(String code, String query) {
        return new Visitor(Crm.anonymous(), code, query);
    }

    public static Visitor opens(Crm crm, String code, String query) {
        return new Visitor(crm, code, query);
    }

    /** A browser with that number looks at a page, as the script of the website tells it. */
    static Answer looks(String number, String page) {
        JsonObject view = Json.createObjectBuilder()
                .add("visitor", number)
                .add("page", page)
                .add("title", "Trang")
                .build();
        return Crm.anonymous().send("POST", "/crm/forms/visits", "text/plain", view.toString());
    }

    /** The number that a browser makes up. */
    static String number() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    /** Takes the hidden fields of that page over, as a browser does. */
    Visitor again(Answer page) {
        Matcher hidden = HIDDEN.matcher(page.text());
        while (hidden.find()) {
            parts.put(hidden.group(1), new ArrayList<>(List.of(plain(hidden.group(2)))));
        }
        return this;
    }

    private static String plain(String html) {
        return html.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }

    Answer opened() {
        return opened;
    }

    String part(String name) {
        return parts.getOrDefault(name, List.of("")).get(0);
    }

    /** Sets a part as it goes over the line. */
    Visitor with(String name, String value) {
        parts.put(name, new ArrayList<>(List.of(value)));
        return this;
    }

    /** Answers a question. */
    public Visitor says(String field, String value) {
        return with("f." + field, value);
    }

    Visitor agrees(String purpose) {
        return with("c." + purpose, "yes");
    }

    String body() {
        List<String> pairs = new ArrayList<>();
        parts.forEach((name, values) -> values.forEach(value -> pairs.add(Crm.encode(name) + "=" + Crm.encode(value))));
        return String.join("&", pairs);
    }

    public Answer sends() {
        return sends(crm);
    }

    Answer sends(Crm other) {
        return other.send("POST", path, "application/x-www-form-urlencoded", body());
    }
}
