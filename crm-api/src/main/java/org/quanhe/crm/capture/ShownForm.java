package org.quanhe.crm.capture;

import java.util.List;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.records.FieldKind;

/**
 * A web form as a visitor sees it.
 *
 * @param published it can be sent
 * @param language in which it speaks
 * @param languages in which it can speak
 * @param sites addresses of sites that may show it; every site where it is empty
 * @param gives there is a document to download when it has been sent
 */
public record ShownForm(
        String code,
        boolean published,
        Language language,
        List<Language> languages,
        FormTexts texts,
        List<ShownField> fields,
        List<ShownConsent> consents,
        List<String> sites,
        boolean gives) {
    /**
     * A question.
     *
     * @param choices what can be answered, empty where anything can
     * @param longest most characters of an answer, 0 for no limit of its own
     */
    public record ShownField(
            String name,
            FieldKind kind,
            String label,
            String hint,
            boolean required,
            List<ShownChoice> choices,
            int longest) {}

    /** An answer that can be chosen. */
    public record ShownChoice(String code, String label) {}

    /**
     * Something that the visitor may agree to.
     *
     * @param wording the sentence that is agreed to; it is kept with the answer
     */
    public record ShownConsent(String purpose, String wording) {}
}
