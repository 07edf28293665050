package org.quanhe.crm.messages.ui;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.messages.MailView;
import org.quanhe.crm.messages.MailView.State;
import org.quanhe.crm.messages.Mails;
import org.quanhe.crm.messages.MessageKind;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.shell.ui.Links;
import org.quanhe.crm.shell.ui.Refusals;
import org.quanhe.crm.shell.ui.Toasts;
import org.quanhe.crm.shell.ui.Viewer;

/** The outbox of mails and short texts: where each stands, why, and what waits for a decision. */
@Named
@RequestScoped
public class MailsPage {
    private static final int ROWS = 50;

    @Inject
    private Mails mails;

    @Inject
    private TemplateChoices choices;

    @Inject
    private Viewer viewer;

    @Inject
    private Toasts toasts;

    @Inject
    private HttpServletRequest request;

    private @Nullable State state;
    private List<MailView> found = List.of();
    private String problem = "";

    @PostConstruct
    void open() {
        String asked = parameter("state");
        state = Stream.of(State.values())
                .filter(one -> code(one).equals(asked))
                .findFirst()
                .orElse(null);
        String before = parameter("before");
        found = mails.list(state, before.matches("\\d{1,18}") ? Long.valueOf(before) : null, ROWS);
    }

    private String parameter(String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }

    private static String code(State state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public @Nullable String send() {
        return decide(mails::send, "messages.page.sent");
    }

    public @Nullable String discard() {
        return decide(mails::discard, "messages.page.discarded");
    }

    private @Nullable String decide(LongFunction<MailView> act, String said) {
        return act(() -> {
            act.apply(Long.parseLong(parameter("mail")));
            return viewer.text(said);
        });
    }

    public @Nullable String release() {
        return act(() -> viewer.text("messages.page.released", mails.release(automation(), upTo())));
    }

    public @Nullable String discardHeld() {
        return act(() -> viewer.text("messages.page.heldDiscarded", mails.discardHeld(automation(), upTo())));
    }

    private long automation() {
        return Long.parseLong(parameter("automation"));
    }

    private long upTo() {
        return Long.parseLong(parameter("upTo"));
    }

    private @Nullable String act(Supplier<String> act) {
        try {
            toasts.say(act.get());
            return "/mails.xhtml?faces-redirect=true" + (state == null ? "" : "&state=" + code(state));
        } catch (RuntimeException failed) {
            CrmException refusal = Refusals.of(failed).orElseThrow(() -> failed);
            problem = viewer.text(refusal);
            return null;
        }
    }

    /** All, and each state with a mail in it. */
    public List<Tab> getTabs() {
        Map<State, Long> counts = mails.counts();
        List<Tab> tabs = new ArrayList<>();
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        tabs.add(new Tab(
                "mails.xhtml", viewer.text("messages.page.all"), viewer.told().number(all), state == null));
        for (State one : State.values()) {
            if (counts.containsKey(one) || one == state) {
                tabs.add(new Tab(
                        "mails.xhtml?state=" + code(one),
                        label(one),
                        viewer.told().number(counts.getOrDefault(one, 0L)),
                        one == state));
            }
        }
        return tabs;
    }

    private String label(State one) {
        String label = viewer.text("messages.state." + one.name());
        return label.substring(0, 1).toUpperCase(viewer.getLocale()) + label.substring(1);
    }

    public List<Held> getHeld() {
        return mails.held().stream()
                .map(held -> new Held(
                        held.automation(),
                        held.upTo(),
                        viewer.text("messages.page.held", held.cause(), held.people(), held.mails()),
                        viewer.text("messages.page.release", held.mails()),
                        viewer.text("messages.page.discardHeld", held.mails())))
                .toList();
    }

    public List<Row> getRows() {
        return found.stream().map(this::row).toList();
    }

    private Row row(MailView mail) {
        List<String> facts = new ArrayList<>();
        facts.add(viewer.text("messages.page.at") + " " + viewer.told().dateTime(mail.createdAt()));
        if (mail.sentAt() != null) {
            facts.add(viewer.text("messages.page.sentAt", viewer.told().dateTime(mail.sentAt())));
        }
        if (mail.nextAt() != null && mail.attempts() > 0) {
            facts.add(viewer.text("messages.page.nextAt", viewer.told().time(mail.nextAt())));
        }
        if (mail.attempts() > 1) {
            facts.add(viewer.text("messages.page.attempts", mail.attempts()));
        }
        boolean text = mail.kind() == MessageKind.SHORT_TEXT;
        if (text) {
            facts.add(choices.parts(mail.body()));
        }
        facts.add(viewer.text("messages.page.cause") + " " + mail.cause());
        RecordRef record = mail.record();
        LocalizedMessage reason = mail.reason();
        return new Row(
                mail.id(),
                text,
                viewer.text("messages.template." + mail.kind().code()),
                mail.state(),
                label(mail.state()),
                mail.address(),
                mail.subject(),
                mail.body(),
                mail.language().tag(),
                record == null ? "" : Links.record(record.type(), record.id()),
                viewer.told().dateTime(mail.createdAt()),
                String.join(" · ", facts),
                reason == null ? "" : viewer.texts().text(reason));
    }

    /** Address of the next page, empty on the last one. */
    public String getOlder() {
        String state = this.state == null ? "" : "&state=" + code(this.state);
        return found.size() < ROWS
                ? ""
                : "mails.xhtml?before=" + found.get(ROWS - 1).id() + state;
    }

    /** What stays here, for want of which setting. */
    public List<String> getMissing() {
        return mails.missing().stream()
                .map(key -> viewer.text("messages.page.missing." + key))
                .toList();
    }

    public String getProblem() {
        return problem;
    }

    /** A state as a tab. */
    public record Tab(String href, String label, String count, boolean current) {}

    /** What an automation wants to send. */
    public record Held(long automation, long upTo, String text, String release, String discard) {}

    /** A message; a short text has no subject, and is known by what it says. */
    public record Row(
            long id,
            boolean shortText,
            String kind,
            State state,
            String label,
            String address,
            String subject,
            String body,
            String language,
            String href,
            String at,
            String facts,
            String reason) {
        public String line() {
            return shortText ? body : subject;
        }

        public String tone() {
            return switch (state) {
                case SENT -> "is-ok";
                case WAITING, SENDING -> "is-info";
                case HELD, KEPT, IN_DOUBT -> "is-warn";
                case FAILED -> "is-bad";
                case DISCARDED, UNWANTED -> "";
            };
        }

        public boolean sendable() {
            return state == State.KEPT || state == State.FAILED || state == State.IN_DOUBT || state == State.DISCARDED;
        }

        public boolean discardable() {
            return sendable() && state != State.DISCARDED || state == State.WAITING || state == State.HELD;
        }
    }
}
