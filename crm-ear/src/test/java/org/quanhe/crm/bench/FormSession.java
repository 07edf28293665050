package org.quanhe.crm.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.quanhe.crm.harness.Answer;
import org.quanhe.crm.harness.Crm;

/** A sign-in as a browser does it, without a browser. */
final class FormSession {
    private static final String PAGE = "/crm/signin.xhtml";
    private static final Pattern HIDDEN = Pattern.compile("<input type=\"hidden\"[^>]*>");
    private static final Pattern ATTRIBUTE = Pattern.compile("\\b(name|value)=\"([^\"]*)\"");

    private FormSession() {}

    /** A client that sends the session's cookie. */
    static Crm signIn(Crm stranger, String username, String password) {
        var page = stranger.get(PAGE);
        var fields = hidden(page.text());
        fields.put("username", username);
        fields.put("password", password);
        fields.put("enter", "");
        var entered = stranger.with("Cookie", cookie(page))
                .send(
                        "POST",
                        PAGE,
                        "application/x-www-form-urlencoded",
                        fields.entrySet().stream()
                                .map(field -> Crm.encode(field.getKey()) + "=" + Crm.encode(field.getValue()))
                                .collect(Collectors.joining("&")));
        if (entered.status() != 302) {
            throw new IllegalStateException("sign-in by form answered " + entered);
        }
        return stranger.with("Cookie", cookie(entered)); // a new session since the sign-in
    }

    private static Map<String, String> hidden(String html) {
        var fields = new LinkedHashMap<String, String>();
        HIDDEN.matcher(html).results().forEach(input -> {
            var attributes = new LinkedHashMap<String, String>();
            ATTRIBUTE.matcher(input.group()).results().forEach(found -> attributes.put(found.group(1), found.group(2)));
            fields.put(attributes.get("name"), attributes.getOrDefault("value", ""));
        });
        return fields;
    }

    private static String cookie(Answer answer) {
        return answer.headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.replaceFirst(";.*", ""))
                .collect(Collectors.joining("; "));
    }
}
