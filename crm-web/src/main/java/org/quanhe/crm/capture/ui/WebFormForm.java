package org.quanhe.crm.capture.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.capture.AskedField;
import org.quanhe.crm.capture.FormTexts;
import org.quanhe.crm.capture.WebFormContent;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.platform.Texts;

/** What the form of a web form holds. */
final class WebFormForm {
    private WebFormForm() {}

    /** A new one: the questions of a first contact, in every language. */
    static WebFormContent fresh(Language language) {
        Map<Language, FormTexts> texts = new EnumMap<>(Language.class);
        for (Language one : Language.values()) {
            Texts said = Texts.in(one);
            texts.put(
                    one,
                    new FormTexts(
                            said.text("capture.start.title"),
                            said.text("capture.start.intro"),
                            said.text("capture.start.button"),
                            said.text("capture.start.thanks")));
        }
        List<Language> languages = new ArrayList<>(List.of(language));
        Stream.of(Language.values()).filter(other -> other != language).forEach(languages::add);
        List<AskedField> fields = new ArrayList<>();
        for (String name : List.of("name", "phone", "email", "need", "budget", "wishedTime", "address")) {
            fields.add(new AskedField(name, name.equals("name") || name.equals("phone"), Map.of(), Map.of()));
        }
        return new WebFormContent(
                "contact",
                Texts.in(language).text("capture.start.name"),
                false,
                languages,
                fields,
                texts,
                List.of(),
                "website",
                "",
                "",
                null,
                null,
                List.of(),
                null);
    }

    /** As it was sent; rows without a field are left out. */
    static WebFormContent read(HttpServletRequest request) {
        List<Language> chosen =
                Stream.of(values(request, "languages")).map(Language::ofTag).toList();
        Map<Language, FormTexts> texts = new LinkedHashMap<>();
        for (Language language : Language.values()) {
            String tag = language.tag();
            texts.put(
                    language,
                    new FormTexts(
                            one(request, "title." + tag),
                            one(request, "intro." + tag),
                            one(request, "button." + tag),
                            one(request, "thanks." + tag)));
        }
        String first = one(request, "first");
        List<Language> languages = chosen.stream()
                .sorted(Comparator.comparing(
                        (Language language) -> !language.tag().equals(first)))
                .toList();
        return new WebFormContent(
                one(request, "code"),
                one(request, "name"),
                !one(request, "published").isEmpty(),
                languages,
                fields(request),
                texts,
                List.of(values(request, "consents")),
                one(request, "source"),
                one(request, "medium"),
                one(request, "campaign"),
                number(one(request, "owner")),
                number(one(request, "team")),
                one(request, "sites")
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList(),
                seconds(one(request, "leastSeconds")));
    }

    private record Placed(int place, AskedField field) {}

    private static List<AskedField> fields(HttpServletRequest request) {
        String[] names = values(request, "q.name");
        List<Placed> rows = new ArrayList<>();
        for (int i = 0; i < names.length; i++) {
            if (!names[i].isEmpty()) {
                rows.add(new Placed(
                        place(at(request, "q.place", i)),
                        new AskedField(
                                names[i],
                                at(request, "q.required", i).equals("true"),
                                spoken(request, "q.label.", i),
                                spoken(request, "q.hint.", i))));
            }
        }
        return rows.stream()
                .sorted(Comparator.comparingInt(Placed::place))
                .map(Placed::field)
                .toList();
    }

    /** A row without a number stands at the end. */
    private static int place(String text) {
        return text.matches("\\d{1,4}") ? Integer.parseInt(text) : Integer.MAX_VALUE;
    }

    private static Map<Language, String> spoken(HttpServletRequest request, String name, int row) {
        Map<Language, String> spoken = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            String text = at(request, name + language.tag(), row);
            if (!text.isEmpty()) {
                spoken.put(language, text);
            }
        }
        return spoken;
    }

    private static String[] values(HttpServletRequest request, String name) {
        return Objects.requireNonNullElse(request.getParameterValues(name), new String[0]);
    }

    private static String at(HttpServletRequest request, String name, int row) {
        String[] values = values(request, name);
        return row < values.length ? values[row].strip() : "";
    }

    private static String one(HttpServletRequest request, String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "")
                .replace("\r\n", "\n")
                .strip();
    }

    private static @Nullable Long number(String text) {
        return text.matches("\\d{1,18}") ? Long.valueOf(text) : null;
    }

    private static @Nullable Integer seconds(String text) {
        return text.matches("\\d{1,6}") ? Integer.valueOf(text) : null;
    }
}
