package org.quanhe.crm.capture.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.quanhe.crm.capture.SentForm;
import org.quanhe.crm.capture.ShownForm;
import org.quanhe.crm.capture.ShownForm.ShownField;
import org.quanhe.crm.platform.CrmException.Violation;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.Texts;
import org.quanhe.crm.records.FieldKind;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.control.RecordWriter;

/** Reads what a visitor answered. Only questions of the form count: no other field can be written from outside. */
@ApplicationScoped
public class FormAnswers {
    private static final Pattern MAIL = Pattern.compile("[^\\s@<>,;]{1,64}@[^\\s@<>,;.]+(\\.[^\\s@<>,;.]+)+");
    private static final int FEWEST_DIGITS = 6;
    private static final int MOST_DIGITS = 15;
    private static final int LONGEST_TOLD = 4_000;

    @Inject
    private RecordWriter writer;

    @Inject
    private AskableFields askable;

    /**
     * What was read.
     *
     * @param values of a lead, by field
     * @param violations what is wrong with them
     */
    record Read(Map<String, Object> values, List<Violation> violations) {
        String text(String field) {
            return values.get(field) instanceof String text ? text : "";
        }
    }

    /** Reads them; a lead without a name is called by what is known of it. */
    Read read(ShownForm form, SentForm sent) {
        Map<String, Object> values = new LinkedHashMap<>();
        List<Violation> violations = new ArrayList<>();
        for (ShownField field : form.fields()) {
            List<String> said = said(sent, field.name());
            if (field.kind() == FieldKind.CHOICES && !said.isEmpty()) {
                values.put(field.name(), said);
            } else if (field.kind() == FieldKind.YES_NO) {
                values.put(field.name(), !said.isEmpty());
            } else if (!said.isEmpty()) {
                values.put(field.name(), said.get(0));
            }
            if (field.required() && (said.isEmpty())) {
                violations.add(new Violation(field.name(), LocalizedMessage.of("capture.error.required")));
            } else {
                reach(field, said, violations);
            }
        }
        if (violations.isEmpty() && !values.containsKey("name")) {
            values.put("name", values.getOrDefault("email", values.getOrDefault("phone", form.code())));
        }
        if (violations.isEmpty()) {
            violations.addAll(writer.check(PersonKeyBook.LEADS, values));
        }
        return new Read(values, violations);
    }

    private static List<String> said(SentForm sent, String field) {
        return sent.values().getOrDefault(field, List.of()).stream()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /** Somebody who mistypes a number or an address cannot be answered. */
    private static void reach(ShownField field, List<String> said, List<Violation> violations) {
        if (said.isEmpty()) {
            return;
        }
        String text = said.get(0);
        if (field.kind() == FieldKind.EMAIL && !MAIL.matcher(text).matches()) {
            violations.add(new Violation(field.name(), LocalizedMessage.of("capture.error.mail")));
        }
        int digits = text.replaceAll("\\D", "").length();
        if (field.kind() == FieldKind.PHONE && (digits < FEWEST_DIGITS || digits > MOST_DIGITS)) {
            violations.add(new Violation(field.name(), LocalizedMessage.of("capture.error.phone")));
        }
    }

    /**
     * Everything that was sent, line by line as the visitor saw it. Answers to questions that the form had when it was
     * opened and has not any more are among them: they were typed, and nothing typed is lost.
     */
    String told(ShownForm form, SentForm sent) {
        List<String> lines = new ArrayList<>();
        Texts texts = Texts.in(sent.language());
        form.fields().forEach(field -> {
            String said = String.join(", ", answered(field, said(sent, field.name()), texts));
            if (!said.isEmpty()) {
                lines.add(texts.text("capture.note.line", field.label(), said));
            }
        });
        Map<String, FieldView> known = askable.all();
        sent.values().forEach((name, said) -> {
            FieldView field = known.get(name);
            boolean gone =
                    form.fields().stream().noneMatch(asked -> asked.name().equals(name));
            String text = String.join(", ", said(sent, name));
            if (field != null && gone && !text.isEmpty()) {
                lines.add(texts.text("capture.note.line", texts.text(field.labelKey()), text));
            }
        });
        String all = String.join("\n", lines);
        return all.length() > LONGEST_TOLD ? all.substring(0, LONGEST_TOLD) + "…" : all;
    }

    private static List<String> answered(ShownField field, List<String> said, Texts texts) {
        if (field.kind() == FieldKind.YES_NO) {
            return List.of(texts.text(said.isEmpty() ? "ui.no" : "ui.yes"));
        }
        return said.stream()
                .map(code -> field.choices().stream()
                        .filter(choice -> choice.code().equals(code))
                        .map(ShownForm.ShownChoice::label)
                        .findFirst()
                        .orElse(code))
                .toList();
    }

    /** The language as leads have it. */
    static String language(Language language) {
        return language.tag();
    }
}
