package org.quanhe.crm.leads.ui;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.dataquality.Doubles.Match;
import org.quanhe.crm.leads.HandoverView;
import org.quanhe.crm.leads.Handovers;
import org.quanhe.crm.leads.LeadTrail;
import org.quanhe.crm.leads.Leads;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.records.RecordView;
import org.quanhe.crm.records.Records;
import org.quanhe.crm.shell.ui.Links;
import org.quanhe.crm.shell.ui.Refusals;
import org.quanhe.crm.shell.ui.Toasts;
import org.quanhe.crm.shell.ui.Viewer;

/** On the page of a lead: where it is between marketing and sales, and the answer that is wanted. */
@Named
@RequestScoped
public class LeadCard {
    private static final List<String> WAY = List.of("new", "nurturing", "awaiting", "accepted", "converted");

    @Inject
    private Handovers handovers;

    @Inject
    private Leads leads;

    @Inject
    private Records records;

    @Inject
    private Sellers sellers;

    @Inject
    private Viewer viewer;

    @Inject
    private Toasts toasts;

    @Inject
    private HttpServletRequest request;

    private RecordRef lead = new RecordRef("leads", 0);
    private RecordView record;
    private @Nullable HandoverView open;
    private @Nullable List<Step> way;
    private @Nullable List<Same> matches;
    private @Nullable List<Same> organisations;
    private @Nullable List<Sellers.Option> asked;

    @PostConstruct
    void open() {
        String id = parameter("id");
        lead = new RecordRef("leads", id.matches("\\d{1,18}") ? Long.parseLong(id) : 0);
        record = records.open(lead);
        open = handovers.open(lead).orElse(null);
    }

    private String parameter(String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }

    /** The way from new to converted; what lies behind, where it is, what is to come. */
    public List<Step> getWay() {
        if (way == null) {
            way = way();
        }
        return way;
    }

    private List<Step> way() {
        String now = String.valueOf(record.value("status"));
        int at = WAY.indexOf(now);
        Set<String> been = handovers.trail(lead).stays().stream()
                .map(LeadTrail.Stay::status)
                .collect(Collectors.toSet());
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < WAY.size(); i++) {
            boolean behind = i < at && been.contains(WAY.get(i));
            String here = now.equals("awaiting") ? "is-here is-waiting" : "is-here";
            String look = i == at ? here : behind ? "is-done" : "";
            String icon = i != at ? behind ? "pi-check" : "" : now.equals("awaiting") ? "pi-clock" : "pi-arrow-right";
            steps.add(new Step(viewer.text("leads.status." + WAY.get(i)), look, icon, i == at));
        }
        return at < 0 ? List.of() : steps;
    }

    public boolean isAsked() {
        return open != null;
    }

    /** The question that is open. */
    public Question getQuestion() {
        HandoverView asked = Objects.requireNonNull(open);
        String from = asked.from().isEmpty() ? viewer.text("leads.handover.byScore") : asked.from();
        String to = asked.to().isEmpty() ? asked.team() : asked.to();
        long left = asked.minutesLeft();
        String clock;
        if (asked.escalatedAt() != null) {
            clock = viewer.text("ui.handover.escalated", to);
        } else if (left > 0) {
            clock = viewer.text("ui.handover.left", Clock.of(viewer, left));
        } else {
            clock = viewer.text("ui.handover.over");
        }
        int used = asked.limitMinutes() == 0
                ? 100
                : (int) Math.min(100, 100 - Math.min(100, 100 * left / asked.limitMinutes()));
        return new Question(
                viewer.text("ui.handover.asks", from, to, viewer.told().dateTime(asked.askedAt())),
                asked.note(),
                clock,
                used,
                asked.mayAnswer());
    }

    /** Marketing may ask sales. */
    public boolean isAskable() {
        String status = String.valueOf(record.value("status"));
        return open == null
                && record.mayChange()
                && List.of("new", "nurturing", "accepted").contains(status);
    }

    /** The person may say not now. */
    public boolean isRefusable() {
        return record.mayChange() && !"converted".equals(record.value("status"));
    }

    /** The first day on which a lead can be looked at again: the browser refuses others, and the reason stays typed. */
    public String getTomorrow() {
        return viewer.today().plusDays(1).toString();
    }

    /** Who can be asked. */
    public List<Sellers.Option> getSellers() {
        if (asked == null) {
            asked = sellers.all();
        }
        return asked;
    }

    public @Nullable String accept() {
        return done(
                "ui.handover.accepted",
                () -> handovers.accept(lead, null, parameter("call").isEmpty() ? null : viewer.language()));
    }

    public @Nullable String giveBack() {
        return done("ui.handover.returned", () -> handovers.giveBack(lead, null, parameter("why")));
    }

    public @Nullable String pass() {
        return done("ui.handover.passed", () -> handovers.pass(lead, null, seller().orElse(0L), parameter("note")));
    }

    public @Nullable String ask() {
        return done("ui.handover.asked", () -> handovers.ask(lead, null, seller().orElse(null), parameter("note")));
    }

    public @Nullable String notNow() {
        return done("ui.lead.notNow.done", () -> leads.notNow(lead, null, parameter("why"), day(parameter("review"))));
    }

    public @Nullable String convert() {
        String customer = parameter("customer");
        return done(
                "ui.lead.convert.done",
                () -> leads.convert(
                        lead,
                        null,
                        new Leads.ConversionOrder(
                                customer.matches("\\d{1,18}") ? Long.valueOf(customer) : null,
                                house(parameter("organisation")),
                                !parameter("deal").isEmpty(),
                                "")));
    }

    private static Leads.House house(String chosen) {
        return switch (chosen) {
            case "new" -> Leads.House.NEW;
            case "none" -> Leads.House.NONE;
            default -> chosen.matches("\\d{1,18}") ? Leads.House.known(Long.parseLong(chosen)) : Leads.House.BY_NAME;
        };
    }

    /** Where the lead works; empty for nowhere, and for a lead that is its company. */
    public String getCompany() {
        String company = String.valueOf(Objects.requireNonNullElse(record.value("company"), ""))
                .strip();
        return company.equalsIgnoreCase(record.title().strip()) ? "" : company;
    }

    /** Organisations that may be where the lead works. */
    public List<Same> getOrganisations() {
        if (organisations == null) {
            organisations = same(leads.organisations(lead));
        }
        return organisations;
    }

    /** What the lead became, as far as the reader may see it. */
    public List<Result> getResults() {
        List<Result> results = new ArrayList<>();
        for (String field : List.of("customer", "organisation", "opportunity")) {
            if (record.value(field) instanceof RecordRef ref) {
                String title = record.referenceTitles().get(ref.key());
                if (title != null) {
                    results.add(new Result(viewer.text("leads." + field), Links.record(ref.type(), ref.id()), title));
                }
            }
        }
        return results;
    }

    public @Nullable String undoConversion() {
        return done("ui.lead.convert.undone", () -> {
            int kept = leads.undoConversion(lead);
            if (kept > 0) {
                toasts.say(viewer.text("ui.lead.convert.kept", kept));
            }
        });
    }

    public boolean isConverted() {
        return "converted".equals(record.value("status")) && record.mayChange();
    }

    /** Who may be the same person. */
    public List<Same> getMatches() {
        if (matches == null) {
            matches = same(leads.matches(lead));
        }
        return matches;
    }

    private List<Same> same(List<Match> found) {
        return found.stream()
                .map(match -> new Same(
                        Links.record(match.record().type(), match.record().id()),
                        match.record().id(),
                        match.record().type().equals("customers"),
                        match.name(),
                        match.company(),
                        viewer.text(match.record().type() + ".type.one"),
                        match.reasons().stream().map(viewer.texts()::text).collect(Collectors.joining(", "))))
                .toList();
    }

    private java.util.Optional<Long> seller() {
        String to = parameter("to");
        return to.matches("\\d{1,18}") ? java.util.Optional.of(Long.valueOf(to)) : java.util.Optional.empty();
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeException noDate) {
            throw CrmException.invalidField("review", LocalizedMessage.of("records.error.noDate", text));
        }
    }

    /** Says what was done or what stands in the way; what somebody else did meanwhile is on the page then. */
    private String done(String said, Runnable work) {
        try {
            work.run();
            toasts.say(viewer.text(said, record.title()));
        } catch (RuntimeException failed) {
            CrmException refusal = Refusals.of(failed).orElseThrow(() -> failed);
            toasts.say(
                    refusal.violations().isEmpty()
                            ? viewer.text(refusal)
                            : viewer.texts().text(refusal.violations().get(0).message()));
        }
        return "/record.xhtml?faces-redirect=true&type=" + Links.encode(lead.type()) + "&id=" + lead.id();
    }

    /** Somebody who may be the same. */
    public record Same(
            String href, long id, boolean customer, String name, String company, String type, String reasons) {}

    /** Something that the lead became. */
    public record Result(String label, String href, String title) {}

    /** A step on the way. */
    public record Step(String label, String look, String icon, boolean current) {}

    /** A question to sales, as it is told. */
    public record Question(String text, String note, String clock, int used, boolean mayAnswer) {}
}
