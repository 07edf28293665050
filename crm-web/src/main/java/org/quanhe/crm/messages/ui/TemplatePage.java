package org.quanhe.crm.messages.ui;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.audit.ui.EarlierVersions;
import org.quanhe.crm.messages.Message;
import org.quanhe.crm.messages.MessageKind;
import org.quanhe.crm.messages.TemplateContent;
import org.quanhe.crm.messages.TemplateText;
import org.quanhe.crm.messages.TemplateView;
import org.quanhe.crm.messages.Templates;
import org.quanhe.crm.messages.TextParts;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.CrmException.Violation;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.shell.ui.Refusals;
import org.quanhe.crm.shell.ui.Toasts;
import org.quanhe.crm.shell.ui.Viewer;

/** One message template in its languages, and what somebody would get. */
@Named
@RequestScoped
public class TemplatePage {
    @Inject
    private Templates templates;

    @Inject
    private TemplateChoices choices;

    @Inject
    private Viewer viewer;

    @Inject
    private Toasts toasts;

    @Inject
    private HttpServletRequest request;

    private @Nullable TemplateView template;
    private TemplateContent form = TemplateForm.fresh("", Language.EN);
    private String problem = "";
    private final Map<String, List<String>> errors = new LinkedHashMap<>();
    private @Nullable Message preview;
    private @Nullable EarlierVersions history;

    @PostConstruct
    void open() {
        String id = parameter("id");
        if (id.matches("[1-9]\\d{0,17}")) {
            TemplateView known = templates.open(Long.parseLong(id));
            template = known;
            form = known.content();
            tell(known.faults());
        } else {
            templates.all();
            String type = parameter("type");
            form = TemplateForm.fresh(type.isEmpty() ? choices.getTypes().get(0).code() : type, viewer.language());
        }
    }

    private String parameter(String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }

    public @Nullable String keep() {
        TemplateView known = template;
        try {
            form = TemplateForm.read(request);
            TemplateView kept = known == null
                    ? templates.create(form)
                    : templates.change(known.id(), Long.valueOf(parameter("version")), form, parameter("why"));
            toasts.say(viewer.text("ui.saved", kept.content().name()));
            return "/template.xhtml?faces-redirect=true&id=" + kept.id();
        } catch (RuntimeException failed) {
            tell(failed);
            return null;
        }
    }

    /** Goes back to the version that was asked for. */
    public @Nullable String restore() {
        try {
            templates.restore(getId(), EarlierVersions.asked(request), parameter("why"));
            toasts.say(viewer.text("ui.publish.back", EarlierVersions.asked(request)));
            return "/template.xhtml?faces-redirect=true&id=" + getId();
        } catch (RuntimeException failed) {
            tell(failed);
            return null;
        }
    }

    public EarlierVersions getHistory() {
        EarlierVersions shown = history;
        if (shown == null) {
            long thing = getId();
            shown = new EarlierVersions(
                    viewer,
                    request,
                    "template.xhtml?id=" + thing,
                    thing == 0 ? List.of() : templates.versions(thing),
                    number -> templates.restoring(thing, number));
            history = shown;
        }
        return shown;
    }

    public @Nullable String remove() {
        TemplateView known = template;
        if (known != null) {
            templates.remove(known.id());
            toasts.say(viewer.text("messages.page.removed"));
        }
        return "/templates.xhtml?faces-redirect=true";
    }

    /** Shows what the form says about the chosen record, kept or not. */
    public void show() {
        form = TemplateForm.read(request);
        try {
            String record = parameter("record");
            preview = templates.preview(
                    form,
                    record.matches("\\d{1,18}") ? Long.parseLong(record) : 0,
                    Language.ofTag(parameter("reader")));
        } catch (RuntimeException failed) {
            tell(failed);
        }
    }

    private void tell(RuntimeException failed) {
        CrmException refusal = Refusals.of(failed).orElseThrow(() -> failed);
        problem = viewer.text(refusal);
        tell(refusal.violations());
    }

    private void tell(List<Violation> violations) {
        errors.clear();
        violations.forEach(violation -> errors.computeIfAbsent(violation.field(), field -> new ArrayList<>())
                .add(viewer.texts().text(violation.message())));
    }

    /** What is wrong with a field of the form. */
    public List<String> errors(String field) {
        return errors.getOrDefault(field, List.of());
    }

    /** The languages, each with what it says and what is wrong with it. */
    public List<Text> getTexts() {
        String shown = shown().tag();
        return viewer.getLanguages().stream()
                .map(language -> {
                    TemplateText text = form.texts().getOrDefault(language, new TemplateText("", ""));
                    List<String> subject = errors("texts." + language.tag() + ".subject");
                    List<String> body = errors("texts." + language.tag() + ".body");
                    return new Text(
                            language.tag(),
                            language.ownName(),
                            text.subject(),
                            text.body(),
                            subject,
                            body,
                            language.tag().equals(shown));
                })
                .toList();
    }

    /** The first language with an error; else the viewer's own, if it is written or nothing is. */
    private Language shown() {
        Optional<Language> wrong = viewer.getLanguages().stream()
                .filter(language ->
                        errors.keySet().stream().anyMatch(field -> field.startsWith("texts." + language.tag() + ".")))
                .findFirst();
        String asked = parameter("lang");
        return wrong.orElseGet(() -> !asked.isEmpty()
                ? Language.ofTag(asked)
                : form.texts().isEmpty() ? viewer.language() : form.spokenTo(viewer.language()));
    }

    /** Into how many parts the short text of the preview is cut, and why into so many; empty for anything else. */
    public String getParts() {
        Message shown = preview;
        if (shown == null || form.kind() != MessageKind.SHORT_TEXT) {
            return "";
        }
        String parts = choices.parts(shown.body());
        return TextParts.isPlain(shown.body()) ? parts : parts + " · " + viewer.text("messages.template.text.unicode");
    }

    public String getMissing() {
        Message shown = preview;
        return shown == null || shown.empty().isEmpty()
                ? ""
                : viewer.text("messages.page.preview.empty", String.join(", ", shown.empty()));
    }

    public @Nullable Message getPreview() {
        return preview;
    }

    public String getChosenRecord() {
        return parameter("record");
    }

    public String getReader() {
        String asked = parameter("reader");
        return asked.isEmpty() ? viewer.getTag() : asked;
    }

    public TemplateContent getForm() {
        return form;
    }

    public boolean isThere() {
        return template != null;
    }

    public long getId() {
        TemplateView known = template;
        return known == null ? 0 : known.id();
    }

    public long getVersion() {
        TemplateView known = template;
        return known == null ? 0 : known.version();
    }

    public String getTitle() {
        TemplateView known = template;
        return known == null
                ? viewer.text("messages.page.template.new")
                : known.content().name();
    }

    public String getChanged() {
        TemplateView known = template;
        return known == null
                ? ""
                : viewer.text(
                        "messages.page.changed", known.author(), viewer.told().dateTime(known.updatedAt()));
    }

    public String getProblem() {
        return problem;
    }

    /** What the template says in a language. */
    public record Text(
            String tag,
            String name,
            String subject,
            String body,
            List<String> subjectErrors,
            List<String> bodyErrors,
            boolean shown) {
        public boolean written() {
            return !subject.isEmpty() || !body.isEmpty();
        }

        public boolean wrong() {
            return !subjectErrors.isEmpty() || !bodyErrors.isEmpty();
        }
    }
}
