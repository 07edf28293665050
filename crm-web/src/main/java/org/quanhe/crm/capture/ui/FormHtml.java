package org.quanhe.crm.capture.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.quanhe.crm.capture.FormTexts;
import org.quanhe.crm.capture.ShownForm;
import org.quanhe.crm.capture.ShownForm.ShownConsent;
import org.quanhe.crm.capture.ShownForm.ShownField;
import org.quanhe.crm.capture.VisitOrigin;
import org.quanhe.crm.platform.CrmException.Violation;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.platform.Texts;

/** Web forms as HTML. Everything that anybody wrote is escaped here, in one place. */
final class FormHtml {
    /** Name of the field that people do not see. */
    static final String BAIT = "subject_line";

    private final Texts texts;
    private final ShownForm form;
    private final StringBuilder html = new StringBuilder(4_000);

    /**
     * What a visitor typed so far.
     *
     * @param values answers by field
     * @param consents purposes that are ticked
     * @param theme {@code light}, {@code dark}, or empty for what the system says
     */
    record Typed(
            Map<String, List<String>> values, List<String> consents, VisitOrigin origin, String visitor, String theme) {
        /** The same from somewhere else. */
        Typed from(VisitOrigin other) {
            return new Typed(values, consents, other, visitor, theme);
        }

        /** What stands in a field. */
        List<String> of(String field) {
            return values.getOrDefault(field, List.of());
        }
    }

    private FormHtml(ShownForm form) {
        this.form = form;
        this.texts = Texts.in(form.language());
    }

    /**
     * The form.
     *
     * @param token empty for a preview that cannot be sent
     * @param violations what is wrong, by field
     * @param notice key of what stands above it, empty for nothing
     */
    static String form(ShownForm form, String token, Typed typed, List<Violation> violations, String notice) {
        FormHtml page = new FormHtml(form);
        FormTexts said = form.texts();
        page.head(typed.theme());
        page.html.append("<h1>").append(escaped(said.title())).append("</h1>");
        page.lines("intro", said.intro());
        if (!notice.isEmpty()) {
            page.html
                    .append("<div class=\"note bad\" role=\"alert\" id=\"note\">")
                    .append(escaped(page.texts.text(notice)))
                    .append("</div>");
        }
        page.html
                .append("<form method=\"post\" action=\"")
                .append(escaped(form.code()))
                .append("\" novalidate accept-charset=\"UTF-8\">");
        page.hidden("t", token);
        page.hidden("l", form.language().tag());
        page.hidden("v", typed.visitor());
        page.hidden("th", typed.theme());
        page.hidden("o.page", typed.origin().page());
        page.hidden("o.referrer", typed.origin().referrer());
        page.hidden("o.source", typed.origin().source());
        page.hidden("o.medium", typed.origin().medium());
        page.hidden("o.campaign", typed.origin().campaign());
        form.fields().forEach(field -> page.field(field, typed, page.wrong(field.name(), violations)));
        form.consents().forEach(consent -> page.consent(consent, typed));
        page.bait();
        page.html
                .append("<p class=\"send\"><button type=\"submit\"")
                .append(token.isEmpty() ? " disabled" : "")
                .append('>')
                .append(escaped(said.button()))
                .append("</button></p></form>");
        page.languages(typed);
        return page.foot();
    }

    /** What is said when it has been sent, with the document where there is one. */
    static String thanks(ShownForm form, Typed typed, String download) {
        FormHtml page = new FormHtml(form);
        page.head(typed.theme());
        page.html
                .append("<h1>")
                .append(escaped(form.texts().title()))
                .append("</h1><div role=\"status\" id=\"thanks\">");
        page.lines("note ok", form.texts().thanks());
        page.html.append("</div>");
        if (!download.isEmpty()) {
            page.html
                    .append("<p class=\"send\"><a class=\"button\" id=\"download\" href=\"")
                    .append(escaped(download))
                    .append("\">")
                    .append(escaped(page.texts.text("capture.public.download")))
                    .append("</a></p>");
        }
        return page.foot();
    }

    /** A page that says one thing. */
    static String notice(ShownForm form, String key) {
        FormHtml page = new FormHtml(form);
        page.head("");
        page.html.append("<h1>").append(escaped(form.texts().title())).append("</h1>");
        page.lines("note", page.texts.text(key));
        return page.foot();
    }

    private void head(String theme) {
        html.append("<!DOCTYPE html><html lang=\"")
                .append(form.language().tag())
                .append('"')
                .append(theme.isEmpty() ? "" : " data-theme=\"" + theme + "\"")
                .append(
                        "><head><meta charset=\"UTF-8\"><meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">")
                .append("<meta name=\"robots\" content=\"noindex\"><title>")
                .append(escaped(form.texts().title()))
                .append("</title><link rel=\"stylesheet\" href=\"form.css\"></head><body><main>");
    }

    private String foot() {
        return html.append("</main><script src=\"frame.js\" async></script></body></html>")
                .toString();
    }

    private void lines(String style, String text) {
        if (!text.isBlank()) {
            html.append("<p class=\"")
                    .append(style)
                    .append("\">")
                    .append(escaped(text))
                    .append("</p>");
        }
    }

    private void hidden(String name, String value) {
        html.append("<input type=\"hidden\" name=\"")
                .append(name)
                .append("\" value=\"")
                .append(escaped(value))
                .append("\">");
    }

    private List<String> wrong(String field, List<Violation> violations) {
        return violations.stream()
                .filter(violation -> violation.field().equals(field))
                .map(violation -> texts.text(violation.message()))
                .distinct()
                .toList();
    }

    private void field(ShownField field, Typed typed, List<String> errors) {
        String id = "f-" + field.name();
        List<String> described = new ArrayList<>();
        if (!field.hint().isEmpty()) {
            described.add(id + "-hint");
        }
        if (!errors.isEmpty()) {
            described.add(id + "-error");
        }
        String more = (described.isEmpty() ? "" : " aria-describedby=\"" + String.join(" ", described) + "\"")
                + (errors.isEmpty() ? "" : " aria-invalid=\"true\"")
                + (field.required() ? " required" : "");
        html.append("<div class=\"field")
                .append(errors.isEmpty() ? "" : " wrong")
                .append("\">");
        switch (field.kind()) {
            case YES_NO -> tick(field, id, typed, more);
            case CHOICES -> group(field, id, typed);
            default -> {
                label(field, "label for=\"" + id + "\"", "label");
                input(field, id, typed, more);
            }
        }
        if (!field.hint().isEmpty()) {
            html.append("<span class=\"hint\" id=\"" + id + "-hint\">")
                    .append(escaped(field.hint()))
                    .append("</span>");
        }
        if (!errors.isEmpty()) {
            html.append("<span class=\"error\" id=\"" + id + "-error\">")
                    .append(escaped(String.join(" ", errors)))
                    .append("</span>");
        }
        html.append("</div>");
    }

    private void label(ShownField field, String open, String close) {
        html.append('<').append(open).append('>').append(escaped(field.label()));
        if (!field.required()) {
            html.append(" <span class=\"quiet\">")
                    .append(escaped(texts.text("capture.public.optional")))
                    .append("</span>");
        }
        html.append("</").append(close).append('>');
    }

    private void input(ShownField field, String id, Typed typed, String more) {
        List<String> values = typed.of(field.name());
        String value = values.isEmpty() ? "" : values.get(0);
        String named = " id=\"" + id + "\" name=\"f." + escaped(field.name()) + "\"" + more;
        switch (field.kind()) {
            case LONG_TEXT ->
                html.append("<textarea rows=\"4\"" + named + ">")
                        // a line break that stands first is swallowed
                        .append('\n')
                        .append(escaped(value))
                        .append("</textarea>");
            case CHOICE -> {
                html.append("<select" + named + "><option value=\"\">–</option>");
                field.choices().forEach(choice -> html.append("<option value=\"")
                        .append(escaped(choice.code()))
                        .append('"')
                        .append(choice.code().equals(value) ? " selected" : "")
                        .append('>')
                        .append(escaped(choice.label()))
                        .append("</option>"));
                html.append("</select>");
            }
            default ->
                html.append("<input" + named + InputKinds.attributes(field))
                        .append(" value=\"")
                        .append(escaped(value))
                        .append("\">");
        }
    }

    private void tick(ShownField field, String id, Typed typed, String more) {
        html.append("<label class=\"tick\"><input type=\"checkbox\" id=\"" + id + "\" name=\"f." + escaped(field.name())
                        + "\" value=\"true\"" + more)
                .append(typed.of(field.name()).isEmpty() ? "" : " checked")
                .append("><span>")
                .append(escaped(field.label()))
                .append("</span></label>");
    }

    private void group(ShownField field, String id, Typed typed) {
        html.append("<fieldset id=\"" + id + "\">");
        label(field, "legend", "legend");
        field.choices().forEach(choice -> html.append("<label class=\"tick\"><input type=\"checkbox\" name=\"f."
                        + escaped(field.name()) + "\" value=\"" + escaped(choice.code()) + "\"")
                .append(typed.of(field.name()).contains(choice.code()) ? " checked" : "")
                .append("><span>")
                .append(escaped(choice.label()))
                .append("</span></label>"));
        html.append("</fieldset>");
    }

    private void consent(ShownConsent consent, Typed typed) {
        html.append("<div class=\"field consent\"><label class=\"tick\"><input type=\"checkbox\" name=\"c."
                        + escaped(consent.purpose()) + "\" value=\"yes\"")
                .append(typed.consents().contains(consent.purpose()) ? " checked" : "")
                .append("><span>")
                .append(escaped(consent.wording()))
                .append("</span></label></div>");
    }

    /** People do not see it, and those who hear the page are told to leave it. */
    private void bait() {
        html.append("<div class=\"bait\" aria-hidden=\"true\"><label for=\"" + BAIT + "\">")
                .append(escaped(texts.text("capture.public.leave")))
                .append("</label><input id=\"" + BAIT + "\" name=\"" + BAIT
                        + "\" tabindex=\"-1\" autocomplete=\"off\"></div>");
    }

    private void languages(Typed typed) {
        if (form.languages().size() < 2 || !typed.values().isEmpty()) {
            return;
        }
        html.append("<nav class=\"langs\">");
        for (Language language : form.languages()) {
            if (language != form.language()) {
                html.append("<a lang=\"" + language.tag() + "\" href=\"" + escaped(form.code()) + "?lang="
                        + language.tag() + "\">" + escaped(language.ownName()) + "</a> ");
            }
        }
        html.append("</nav>");
    }

    /** A text in HTML, between tags and in quoted attributes; what browsers and databases cannot show is left out. */
    static String escaped(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> {
                    if (c >= ' ' && c != 0x7F || c == '\n' || c == '\t') {
                        safe.appendCodePoint(c);
                    }
                }
            }
        });
        return safe.toString();
    }
}
