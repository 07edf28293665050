package org.quanhe.crm.messages.control.template;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.quanhe.crm.messages.MessageKind;
import org.quanhe.crm.messages.TemplateContent;
import org.quanhe.crm.messages.TemplateText;
import org.quanhe.crm.platform.CrmException.Violation;
import org.quanhe.crm.platform.LocalizedMessage;

/** What a template must be like. Says all that is wrong at once, each at its place. */
final class TemplateRules {
    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{0,59}");
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_SUBJECT = 300;
    private static final int LONGEST_BODY = 20_000;

    private final TemplateContent content;
    private final List<Violation> violations = new ArrayList<>();

    private TemplateRules(TemplateContent content) {
        this.content = content;
    }

    /** What is wrong, without a look at fields. */
    static List<Violation> form(TemplateContent content) {
        return new TemplateRules(content).form();
    }

    /** What is wrong with the merge fields and conditions. */
    static List<Violation> fields(TemplateContent content, MergeType type) {
        return new TemplateRules(content).fields(type);
    }

    private List<Violation> form() {
        if (!CODE.matcher(content.code()).matches()) {
            wrong("code", "messages.error.code");
        }
        if (content.name().isBlank() || content.name().length() > LONGEST_NAME) {
            wrong("name", "automation.error.name", LONGEST_NAME);
        }
        if (!content.texts().containsKey(content.fallback())) {
            wrong("fallback", "messages.error.fallback", content.fallback().ownName());
        }
        content.texts().forEach((language, text) -> form("texts." + language.tag(), text));
        return violations;
    }

    private void form(String place, TemplateText text) {
        MessageKind kind = content.kind();
        if (kind.hasSubject() && text.subject().isBlank()) {
            wrong(place + ".subject", "records.error.required");
        } else if (!kind.hasSubject() && !text.subject().isBlank()) {
            wrong(place + ".subject", "messages.error.noSubject");
        } else if (text.subject().length() > LONGEST_SUBJECT) {
            wrong(place + ".subject", "messages.error.tooLong", LONGEST_SUBJECT);
        } else if (text.subject().chars().anyMatch(Character::isISOControl)) {
            wrong(place + ".subject", "messages.error.oneLine");
        }
        if (kind.needsBody() && text.body().isBlank()) {
            wrong(place + ".body", "records.error.required");
        } else if (text.body().length() > LONGEST_BODY) {
            wrong(place + ".body", "messages.error.tooLong", LONGEST_BODY);
        }
    }

    private List<Violation> fields(MergeType type) {
        content.texts().forEach((language, text) -> {
            fields("texts." + language.tag() + ".subject", text.subject(), type);
            fields("texts." + language.tag() + ".body", text.body(), type);
        });
        return violations;
    }

    private void fields(String place, String text, MergeType type) {
        ParsedText parsed = ParsedText.of(text);
        List<Fault> faults = new ArrayList<>(parsed.faults());
        faults.addAll(type.faults(parsed.parts()));
        faults.forEach(fault -> violations.add(new Violation(place, fault.told())));
    }

    private void wrong(String field, String key, Object... args) {
        violations.add(new Violation(field, LocalizedMessage.of(key, args)));
    }
}
