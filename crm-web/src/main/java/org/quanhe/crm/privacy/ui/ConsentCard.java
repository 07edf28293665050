package org.quanhe.crm.privacy.ui;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.privacy.ConsentState;
import org.quanhe.crm.privacy.ConsentState.Answer;
import org.quanhe.crm.privacy.Consents;
import org.quanhe.crm.privacy.Purpose;
import org.quanhe.crm.shell.ui.Links;
import org.quanhe.crm.shell.ui.Refusals;
import org.quanhe.crm.shell.ui.Toasts;
import org.quanhe.crm.shell.ui.Viewer;

/** What the person on the page agrees to, and the form to note it. */
@Named
@RequestScoped
public class ConsentCard {
    @Inject
    private Consents consents;

    @Inject
    private Viewer viewer;

    @Inject
    private Toasts toasts;

    @Inject
    private HttpServletRequest request;

    private RecordRef person = new RecordRef("leads", 0);
    private Map<String, Purpose> purposes = Map.of();

    @PostConstruct
    void open() {
        String id = parameter("id");
        person = new RecordRef(parameter("type"), id.matches("\\d{1,18}") ? Long.parseLong(id) : 0);
        purposes =
                consents.purposes().purposes().stream().collect(Collectors.toMap(Purpose::code, Function.identity()));
    }

    private String parameter(String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }

    public List<Line> getLines() {
        return consents.of(person).stream().map(this::line).toList();
    }

    private Line line(ConsentState state) {
        String when = state.at() == null ? "" : viewer.told().dateTime(state.at());
        String how = state.source().startsWith("form:")
                ? viewer.text("privacy.source.form", state.source().substring("form:".length()))
                : state.source().equals("link") ? viewer.text("privacy.source.link") : state.source();
        return new Line(
                state.purpose(),
                name(state.purpose()),
                viewer.text("privacy.state." + state.answer().name()),
                state.answer() == Answer.GIVEN
                        ? "qh-tag is-ok"
                        : state.answer() == Answer.WITHDRAWN ? "qh-tag is-bad" : "qh-tag",
                when,
                state.by().isEmpty() ? how : how + " · " + state.by(),
                state.wording());
    }

    private String name(String code) {
        Purpose purpose = purposes.get(code);
        return purpose == null ? code : purpose.names().getOrDefault(viewer.language(), code);
    }

    /** Purposes that can be noted. */
    public List<Option> getOptions() {
        return purposes.values().stream()
                .filter(purpose -> !purpose.retired())
                .map(purpose -> new Option(purpose.code(), name(purpose.code())))
                .toList();
    }

    /** Notes what the person said. */
    public @Nullable String note() {
        try {
            consents.note(person, parameter("purpose"), parameter("agrees").equals("true"), parameter("how"));
            toasts.say(viewer.text("privacy.noted", name(parameter("purpose"))));
        } catch (RuntimeException failed) {
            CrmException refusal = Refusals.of(failed).orElseThrow(() -> failed);
            toasts.say(
                    refusal.violations().isEmpty()
                            ? viewer.text(refusal)
                            : viewer.texts().text(refusal.violations().get(0).message()));
        }
        return "/record.xhtml?faces-redirect=true&type=" + Links.encode(person.type()) + "&id=" + person.id()
                + "&tab=activity";
    }

    /** A purpose and what the person says to it. */
    public record Line(
            String purpose, String name, String answer, String look, String when, String how, String wording) {}

    /** A purpose that can be chosen. */
    public record Option(String code, String label) {}
}
