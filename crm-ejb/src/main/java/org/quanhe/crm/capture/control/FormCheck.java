package org.quanhe.crm.capture.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.quanhe.crm.capture.AskedField;
import org.quanhe.crm.capture.FormTexts;
import org.quanhe.crm.capture.WebFormContent;
import org.quanhe.crm.identity.TeamMembers;
import org.quanhe.crm.platform.CrmException.Violation;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.privacy.Purpose;
import org.quanhe.crm.privacy.spi.ConsentLedger;
import org.quanhe.crm.records.FieldView;

/** What is wrong with a web form. */
@ApplicationScoped
public class FormCheck {
    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{1,59}");
    private static final Set<String> TAKEN = Set.of("visits", "form", "frame");
    private static final Pattern SITE = Pattern.compile("https?://[a-z0-9.-]{1,200}(:\\d{1,5})?");
    private static final Set<String> REACHED_BY = Set.of("phone", "email");
    private static final int MOST_FIELDS = 40;
    private static final int MOST_SITES = 50;
    private static final int MOST_SECONDS = 600;
    private static final int LONG = 2_000;
    private static final int LINE = 200;
    private static final int WORD = 120;
    private static final int BUTTON = 60;
    private static final int HINT = 500;

    @Inject
    private AskableFields askable;

    @Inject
    private TeamMembers members;

    @Inject
    private ConsentLedger ledger;

    /** Everything that is wrong, each at its place. */
    public List<Violation> wrong(WebFormContent form) {
        List<Violation> wrong = new ArrayList<>();
        if (!CODE.matcher(form.code()).matches() || TAKEN.contains(form.code())) {
            say(wrong, "code", "capture.error.code");
        }
        text(wrong, "name", form.name(), LINE, true);
        text(wrong, "source", form.source(), WORD, false);
        text(wrong, "medium", form.medium(), WORD, false);
        text(wrong, "campaign", form.campaign(), WORD, false);
        languages(wrong, form);
        fields(wrong, form, askable.all());
        who(wrong, form);
        places(wrong, form);
        return wrong;
    }

    private static void languages(List<Violation> wrong, WebFormContent form) {
        if (form.languages().isEmpty()) {
            say(wrong, "languages", "capture.error.noLanguage");
        }
        for (Language language : form.languages()) {
            FormTexts said = form.in(language);
            String place = "texts." + language.tag() + ".";
            text(wrong, place + "title", said.title(), LINE, true);
            text(wrong, place + "intro", said.intro(), LONG, false);
            text(wrong, place + "button", said.button(), BUTTON, true);
            text(wrong, place + "thanks", said.thanks(), LONG, true);
        }
    }

    /** What would be wrong with the questions of a form if these were the fields that can be asked. */
    static List<Violation> wrongQuestions(WebFormContent form, Map<String, FieldView> known) {
        List<Violation> wrong = new ArrayList<>();
        fields(wrong, form, known);
        return wrong;
    }

    private static void fields(List<Violation> wrong, WebFormContent form, Map<String, FieldView> known) {
        Set<String> seen = new HashSet<>();
        if (form.fields().isEmpty() || form.fields().size() > MOST_FIELDS) {
            say(wrong, "fields", "capture.error.fields", MOST_FIELDS);
        } else if (REACHED_BY.stream().noneMatch(form::asks)) {
            say(wrong, "fields", "capture.error.unreachable");
        }
        for (int i = 0; i < form.fields().size(); i++) {
            AskedField field = form.fields().get(i);
            String place = "fields[" + i + "]";
            if (!known.containsKey(field.name())) {
                say(wrong, place + ".name", "capture.error.noField", field.name());
            } else if (!seen.add(field.name())) {
                say(wrong, place + ".name", "capture.error.twice", field.name());
            }
            field.labels().forEach((tag, text) -> text(wrong, place + ".labels." + tag.tag(), text, LINE, false));
            field.hints().forEach((tag, text) -> text(wrong, place + ".hints." + tag.tag(), text, HINT, false));
        }
        AskableFields.demanded(known).forEach((name, field) -> {
            if (!form.asks(name)) {
                say(wrong, "fields", "capture.error.demanded", LocalizedMessage.of(field.labelKey()));
            }
        });
    }

    private void who(List<Violation> wrong, WebFormContent form) {
        Long owner = form.owner();
        if (owner != null && members.signInName(owner).isEmpty()) {
            say(wrong, "owner", "records.error.noTarget", Long.toString(owner));
        }
        Long team = form.team();
        if (team != null && members.name(team).isEmpty()) {
            say(wrong, "team", "records.error.noTarget", Long.toString(team));
        }
        List<String> purposes = purposes().stream().map(Purpose::code).toList();
        form.consents().stream()
                .filter(code -> !purposes.contains(code))
                .forEach(code -> say(wrong, "consents", "capture.error.noPurpose", code));
    }

    /** Purposes that are asked today. */
    public List<Purpose> purposes() {
        return ledger.purposes();
    }

    private static void places(List<Violation> wrong, WebFormContent form) {
        if (form.sites().size() > MOST_SITES) {
            say(wrong, "sites", "capture.error.sites", MOST_SITES);
        }
        form.sites().stream()
                .filter(site -> !SITE.matcher(site).matches())
                .forEach(site -> say(wrong, "sites", "capture.error.site", site));
        Integer least = form.leastSeconds();
        if (least != null && least > MOST_SECONDS) {
            say(wrong, "leastSeconds", "capture.error.seconds", MOST_SECONDS);
        }
    }

    private static void text(List<Violation> wrong, String place, String text, int longest, boolean wanted) {
        if (wanted && text.isBlank()) {
            say(wrong, place, "records.error.required");
        } else if (text.length() > longest) {
            say(wrong, place, "records.error.tooLong", text.length(), longest);
        }
    }

    private static void say(List<Violation> wrong, String place, String key, Object... args) {
        wrong.add(new Violation(place, LocalizedMessage.of(key, args)));
    }
}
