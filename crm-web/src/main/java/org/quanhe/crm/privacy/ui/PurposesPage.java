package org.quanhe.crm.privacy.ui;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.privacy.Consents;
import org.quanhe.crm.privacy.Consents.PurposesView;
import org.quanhe.crm.privacy.Purpose;
import org.quanhe.crm.shell.ui.Refusals;
import org.quanhe.crm.shell.ui.Toasts;
import org.quanhe.crm.shell.ui.Viewer;

/** What people are asked to agree to, for administrators. */
@Named
@RequestScoped
public class PurposesPage {
    private static final int MOST = 20;

    @Inject
    private Consents consents;

    @Inject
    private Viewer viewer;

    @Inject
    private Toasts toasts;

    @Inject
    private HttpServletRequest request;

    private PurposesView shown;
    private List<Purpose> typed = List.of();
    private Map<String, String> wrong = Map.of();
    private String problem = "";

    @PostConstruct
    void open() {
        if (!viewer.isAdministrator()) {
            throw CrmException.forbidden("identity.error.administratorsOnly");
        }
        shown = consents.purposes();
        typed = shown.purposes();
    }

    /** Keeps what was typed; what is wrong with it is told at its place. */
    public @Nullable String save() {
        typed = read();
        String version = parameter("version");
        try {
            consents.change(typed, version.matches("\\d{1,18}") ? Long.valueOf(version) : null);
            toasts.say(viewer.text("privacy.purposes.saved"));
            return "/purposes.xhtml?faces-redirect=true";
        } catch (RuntimeException failed) {
            CrmException refusal = Refusals.of(failed).orElseThrow(() -> failed);
            problem = viewer.text(refusal);
            wrong = Refusals.beside(refusal, viewer);
            return null;
        }
    }

    private List<Purpose> read() {
        List<Purpose> read = new ArrayList<>();
        for (int i = 0; i <= MOST; i++) {
            String code = parameter("code." + i).strip();
            Map<Language, String> names = texts("name." + i + ".");
            Map<Language, String> wordings = texts("wording." + i + ".");
            if (!code.isEmpty() || !names.isEmpty() || !wordings.isEmpty()) {
                read.add(new Purpose(
                        code, names, wordings, !parameter("asked." + i).equals("true")));
            }
        }
        return read;
    }

    private Map<Language, String> texts(String prefix) {
        Map<Language, String> texts = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            String text = parameter(prefix + language.tag()).strip();
            if (!text.isEmpty()) {
                texts.put(language, text);
            }
        }
        return texts;
    }

    private String parameter(String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }

    /** The purposes, and an empty one to fill in. */
    public List<Row> getRows() {
        List<Row> rows = new ArrayList<>();
        for (Purpose purpose : typed) {
            rows.add(row(rows.size(), purpose, shown.purposes().stream().anyMatch(one -> one.code()
                    .equals(purpose.code()))));
        }
        rows.add(row(rows.size(), new Purpose("", Map.of(), Map.of(), false), false));
        return rows;
    }

    private Row row(int at, Purpose purpose, boolean known) {
        String place = "purposes[" + at + "].";
        return new Row(
                at,
                purpose.code(),
                purpose.names().getOrDefault(viewer.language(), purpose.code()),
                known,
                !purpose.retired(),
                wrong.getOrDefault(place + "code", ""),
                Stream.of(Language.values())
                        .map(language -> new Text(
                                language.tag(),
                                language.ownName(),
                                purpose.names().getOrDefault(language, ""),
                                purpose.wordings().getOrDefault(language, ""),
                                wrong.getOrDefault(place + "names." + language.tag(), ""),
                                wrong.getOrDefault(place + "wordings." + language.tag(), "")))
                        .toList());
    }

    public String getProblem() {
        return problem;
    }

    public long getVersion() {
        return shown.version();
    }

    /** A purpose in the form. */
    public record Row(
            int at, String code, String title, boolean known, boolean asked, String codeError, List<Text> texts) {
        /** Something is wrong with it, or it is the one to fill in: it stands open. */
        public boolean open() {
            return !codeError.isEmpty()
                    || texts.stream()
                            .anyMatch(text -> !text.nameError().isEmpty()
                                    || !text.wordingError().isEmpty());
        }
    }

    /** What it says in one language. */
    public record Text(
            String tag, String language, String name, String wording, String nameError, String wordingError) {}
}
