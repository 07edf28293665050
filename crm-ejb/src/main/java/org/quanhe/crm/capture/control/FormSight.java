package org.quanhe.crm.capture.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.quanhe.crm.capture.AskedField;
import org.quanhe.crm.capture.ShownForm;
import org.quanhe.crm.capture.ShownForm.ShownChoice;
import org.quanhe.crm.capture.ShownForm.ShownConsent;
import org.quanhe.crm.capture.ShownForm.ShownField;
import org.quanhe.crm.capture.WebFormContent;
import org.quanhe.crm.capture.entity.WebForm;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.platform.Texts;
import org.quanhe.crm.records.FieldView;

/** Web forms as visitors see them. What does not fit any more, such as a field that is gone, is left out. */
@ApplicationScoped
public class FormSight {
    @Inject
    private AskableFields askable;

    @Inject
    private WebFormBook book;

    @Inject
    private FormCheck check;

    /** The form in the language that is closest to that. */
    public ShownForm of(WebForm form, Language wanted) {
        WebFormContent content = form.content();
        Language language = content.spokenTo(wanted);
        Map<String, FieldView> known = askable.all();
        List<ShownField> fields = content.fields().stream()
                .filter(field -> known.containsKey(field.name()))
                .map(field -> shown(field, known.get(field.name()), language))
                .toList();
        return new ShownForm(
                content.code(),
                content.published(),
                language,
                content.languages(),
                content.in(language),
                fields,
                consents(content, language),
                content.sites(),
                book.fileTold(form.id()).isPresent());
    }

    /** What it asks consent for, in the words of that language. */
    List<ShownConsent> consents(WebFormContent content, Language language) {
        return check.purposes().stream()
                .filter(purpose -> content.consents().contains(purpose.code()))
                .map(purpose ->
                        new ShownConsent(purpose.code(), purpose.wordings().getOrDefault(language, "")))
                .filter(consent -> !consent.wording().isBlank())
                .toList();
    }

    private static ShownField shown(AskedField asked, FieldView field, Language language) {
        Texts texts = Texts.in(language);
        String label = asked.labels().getOrDefault(language, texts.text(field.labelKey()));
        String hint = asked.hints()
                .getOrDefault(language, texts.find(field.labelKey() + ".help").orElse(""));
        List<ShownChoice> choices = field.primaryOf().isEmpty()
                ? field.choices().stream()
                        .map(code -> new ShownChoice(code, texts.text(field.labelKey() + "." + code)))
                        .toList()
                : List.of();
        return new ShownField(
                field.name(),
                field.kind(),
                label,
                hint,
                asked.required() || field.required(),
                choices,
                field.maxLength());
    }
}
