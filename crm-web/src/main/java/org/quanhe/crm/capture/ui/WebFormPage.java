package org.quanhe.crm.capture.ui;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.audit.ui.EarlierVersions;
import org.quanhe.crm.capture.AskedField;
import org.quanhe.crm.capture.FormTexts;
import org.quanhe.crm.capture.WebFormContent;
import org.quanhe.crm.capture.WebFormView;
import org.quanhe.crm.capture.WebForms;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.CrmException.Violation;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.shell.ui.Refusals;
import org.quanhe.crm.shell.ui.Toasts;
import org.quanhe.crm.shell.ui.Viewer;

/** One web form: what it asks and says, the line for the website, and how it looks. */
@Named
@RequestScoped
public class WebFormPage {
    private static final String AGAIN = "/webform.xhtml?faces-redirect=true&id=";
    private static final int THOUSAND = 1_000;

    @Inject
    private WebForms forms;

    @Inject
    private Viewer viewer;

    @Inject
    private Toasts toasts;

    @Inject
    private HttpServletRequest request;

    private @Nullable WebFormView known;
    private WebFormContent form = WebFormForm.fresh(Language.EN);
    private String problem = "";
    private final Map<String, List<String>> errors = new LinkedHashMap<>();
    private @Nullable EarlierVersions history;
    private @Nullable Part file;

    @PostConstruct
    void open() {
        String id = parameter("id");
        if (id.matches("[1-9]\\d{0,17}")) {
            WebFormView found = forms.open(Long.parseLong(id));
            known = found;
            form = found.content();
            tell(found.faults());
        } else {
            form = WebFormForm.fresh(viewer.language());
            forms.purposes();
        }
    }

    private String parameter(String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }

    public @Nullable String keep() {
        WebFormView before = known;
        try {
            form = WebFormForm.read(request);
            WebFormView kept = before == null
                    ? forms.create(form)
                    : forms.change(before.id(), Long.valueOf(parameter("version")), form, parameter("why"));
            toasts.say(viewer.text("ui.saved", kept.content().name()));
            return AGAIN + kept.id();
        } catch (RuntimeException failed) {
            tell(failed);
            return null;
        }
    }

    public @Nullable String restore() {
        try {
            forms.restore(getId(), EarlierVersions.asked(request), parameter("why"));
            toasts.say(viewer.text("ui.publish.back", EarlierVersions.asked(request)));
            return AGAIN + getId();
        } catch (RuntimeException failed) {
            tell(failed);
            return null;
        }
    }

    public @Nullable String remove() {
        WebFormView gone = known;
        if (gone != null) {
            forms.remove(gone.id());
            toasts.say(viewer.text("capture.page.removed"));
        }
        return "/webforms.xhtml?faces-redirect=true";
    }

    /** Visitors can download the chosen document from now on. */
    public @Nullable String give() {
        Part chosen = file;
        try (InputStream content = chosen == null ? InputStream.nullInputStream() : chosen.getInputStream()) {
            String name = chosen == null ? "" : Objects.requireNonNullElse(chosen.getSubmittedFileName(), "");
            String type = chosen == null ? "" : Objects.requireNonNullElse(chosen.getContentType(), "");
            forms.give(getId(), name, type, content);
            toasts.say(viewer.text("ui.saved", name));
            return AGAIN + getId();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (RuntimeException failed) {
            tell(failed);
            return null;
        }
    }

    public @Nullable String giveNone() {
        forms.giveNone(getId());
        return AGAIN + getId();
    }

    public @Nullable Part getFile() {
        return file;
    }

    public void setFile(@Nullable Part file) {
        this.file = file;
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

    /** What is wrong with a part of the form. */
    public List<String> errors(String field) {
        return errors.getOrDefault(field, List.of());
    }

    public EarlierVersions getHistory() {
        EarlierVersions shown = history;
        if (shown == null) {
            long thing = getId();
            shown = new EarlierVersions(
                    viewer,
                    request,
                    "webform.xhtml?id=" + thing,
                    thing == 0 ? List.of() : forms.versions(thing),
                    number -> forms.restoring(thing, number));
            history = shown;
        }
        return shown;
    }

    /** Languages with what the form says in each. */
    public List<Spoken> getTexts() {
        String shown = shown().tag();
        return viewer.getLanguages().stream()
                .map(language -> new Spoken(
                        language.tag(),
                        language.ownName(),
                        form.in(language),
                        form.languages().contains(language),
                        errors.keySet().stream().anyMatch(field -> field.startsWith("texts." + language.tag() + ".")),
                        language.tag().equals(shown)))
                .toList();
    }

    private Language shown() {
        Optional<Language> wrong = viewer.getLanguages().stream()
                .filter(language ->
                        errors.keySet().stream().anyMatch(field -> field.startsWith("texts." + language.tag() + ".")))
                .findFirst();
        String asked = parameter("lang");
        return wrong.orElseGet(() -> asked.isEmpty() ? form.spokenTo(viewer.language()) : Language.ofTag(asked));
    }

    /** The questions, and an empty one to begin another. */
    public List<Question> getQuestions() {
        List<Question> questions = new ArrayList<>();
        Map<String, String> usual = new LinkedHashMap<>();
        forms.askable().forEach(field -> usual.put(field.name(), viewer.text(field.labelKey())));
        for (AskedField field : form.fields()) {
            int place = questions.size();
            List<String> wrong = new ArrayList<>();
            errors.forEach((where, texts) -> {
                if (where.startsWith("fields[" + place + "]")) {
                    wrong.addAll(texts);
                }
            });
            questions.add(
                    new Question(field, Integer.toString(place + 1), usual.getOrDefault(field.name(), ""), wrong));
        }
        questions.add(new Question(new AskedField("", false, Map.of(), Map.of()), "", "", List.of()));
        return questions;
    }

    public WebFormContent getForm() {
        return form;
    }

    public String getSites() {
        return String.join("\n", form.sites());
    }

    public boolean asksConsent(String purpose) {
        return form.consents().contains(purpose);
    }

    public String getFirst() {
        return form.languages().isEmpty() ? "" : form.languages().get(0).tag();
    }

    public boolean isThere() {
        return known != null;
    }

    public long getId() {
        WebFormView found = known;
        return found == null ? 0 : found.id();
    }

    public long getVersion() {
        WebFormView found = known;
        return found == null ? 0 : found.version();
    }

    public String getTitle() {
        WebFormView found = known;
        return found == null ? viewer.text("capture.page.new") : found.content().name();
    }

    public String getChanged() {
        WebFormView found = known;
        return found == null
                ? ""
                : viewer.text(
                        "capture.page.changed", found.author(), viewer.told().dateTime(found.updatedAt()));
    }

    public String getProblem() {
        return problem;
    }

    /** Name and size of the document, empty without one. */
    public String getDocument() {
        WebFormView found = known;
        WebFormView.Document document = found == null ? null : found.document();
        return document == null
                ? ""
                : document.name() + " · " + viewer.told().number(Math.max(1, document.bytes() / THOUSAND)) + " kB";
    }

    /** The line that puts the form into a page; without scripts it is a link. */
    public String getEmbed() {
        String address = base() + form.code();
        return "<script src=\"" + address + ".js\" async></script><noscript><a href=\"" + address + "\">"
                + FormHtml.escaped(form.in(form.spokenTo(viewer.language())).title()) + "</a></noscript>";
    }

    /** The line that sends page views of those who agree. */
    public String getVisits() {
        return "<script src=\"" + base() + "visits.js\" async></script>";
    }

    private String base() {
        String outside = forms.publicAddress();
        String page = request.getRequestURL().toString();
        return (outside.isEmpty()
                        ? page.substring(
                                0, page.length() - request.getServletPath().length())
                        : outside)
                + "/forms/";
    }

    public String getPreview() {
        String theme = viewer.getTheme();
        return "forms/" + form.code() + "?preview=1&lang=" + shown().tag() + (theme.isEmpty() ? "" : "&theme=" + theme);
    }

    /** What the form says in a language. */
    public record Spoken(String tag, String name, FormTexts text, boolean chosen, boolean wrong, boolean shown) {}

    /** A question of the form; {@code usual} is what the field is called where the question has no words of its own. */
    public record Question(AskedField field, String place, String usual, List<String> wrong) {
        public String label(String tag) {
            return field.labels().getOrDefault(Language.ofTag(tag), "");
        }

        public String hint(String tag) {
            return field.hints().getOrDefault(Language.ofTag(tag), "");
        }
    }
}
