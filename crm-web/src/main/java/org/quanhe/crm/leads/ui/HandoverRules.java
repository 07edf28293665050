package org.quanhe.crm.leads.ui;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.identity.CurrentUser;
import org.quanhe.crm.identity.Role;
import org.quanhe.crm.leads.HandoverSettings;
import org.quanhe.crm.leads.Handovers;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.records.ListQuery;
import org.quanhe.crm.records.Metadata;
import org.quanhe.crm.records.RecordTypeView;
import org.quanhe.crm.records.Records;
import org.quanhe.crm.records.ui.ConditionInput;
import org.quanhe.crm.shell.ui.Refusals;
import org.quanhe.crm.shell.ui.Toasts;
import org.quanhe.crm.shell.ui.Viewer;

/** Who is asked to accept which leads, and how long they have; for managers and administrators. */
@Named
@RequestScoped
public class HandoverRules {
    private static final String LEADS = "leads";
    private static final int MOST = 50;

    @Inject
    private Handovers handovers;

    @Inject
    private Metadata metadata;

    @Inject
    private Records records;

    @Inject
    private Viewer viewer;

    @Inject
    private Toasts toasts;

    @Inject
    private HttpServletRequest request;

    private RecordTypeView leads;
    private long version;
    private String minutes = "";
    private String interests = "";
    private String days = "";
    private List<Rule> rules = new ArrayList<>();
    private Map<String, String> wrong = Map.of();
    private String problem = "";

    @PostConstruct
    void open() {
        if (!isAllowed()) {
            throw CrmException.forbidden("leads.error.managersOnly");
        }
        leads = metadata.type(LEADS);
        HandoverSettings settings = handovers.settings();
        version = settings.version();
        Map<String, Object> document = settings.document();
        minutes = String.valueOf(document.get("limitMinutes"));
        Map<?, ?> nurture = (Map<?, ?>) document.get("nurture");
        interests = String.valueOf(nurture.get("interests"));
        days = String.valueOf(nurture.get("days"));
        if (document.get("rules") instanceof List<?> kept) {
            kept.forEach(rule -> rules.add(rule(rules.size(), (Map<?, ?>) rule)));
        }
    }

    /** Managers and administrators decide. */
    public boolean isAllowed() {
        return viewer.user()
                .map(CurrentUser::roles)
                .filter(roles -> roles.contains(Role.ADMINISTRATOR) || roles.contains(Role.MANAGER))
                .isPresent();
    }

    private Rule rule(int at, Map<?, ?> kept) {
        String when = kept.get("when") == null ? "" : kept.get("when").toString();
        return new Rule(
                at,
                ConditionInput.of("rule" + at, label(at), leads, when, viewer),
                String.valueOf(kept.get("team")),
                String.valueOf(kept.get("how")));
    }

    private String label(int at) {
        return viewer.text("leads.rules.when", at + 1);
    }

    /** What the form holds; rules keep their places until {@link #shape} changes them. */
    private void read() {
        minutes = parameter("minutes").strip();
        interests = parameter("interests").strip();
        days = parameter("days").strip();
        version = parameter("version").matches("\\d{1,18}") ? Long.parseLong(parameter("version")) : version;
        rules = new ArrayList<>();
        int count = parameter("count").matches("\\d{1,3}") ? Integer.parseInt(parameter("count")) : 0;
        for (int at = 0; at < Math.min(count, MOST); at++) {
            rules.add(new Rule(
                    at,
                    ConditionInput.read(request, "rule" + at, label(at), leads, viewer),
                    parameter("team" + at),
                    parameter("how" + at)));
        }
    }

    /** Adds a rule, takes one away, or moves one up; nothing is kept yet. */
    public void shape() {
        read();
        String[] act = parameter("rules:shape").split(":");
        int at = act.length > 1 && act[1].matches("\\d{1,3}") ? Integer.parseInt(act[1]) : -1;
        if (act[0].equals("add") && rules.size() < MOST) {
            rules.add(new Rule(
                    rules.size(), ConditionInput.of("rule" + rules.size(), "", leads, "", viewer), "", "load"));
        } else if (act[0].equals("up") && at > 0 && at < rules.size()) {
            Collections.swap(rules, at, at - 1);
        } else if (act[0].equals("remove") && at >= 0 && at < rules.size()) {
            rules.remove(at);
        }
        List<Rule> placed = new ArrayList<>();
        for (Rule rule : rules) {
            ConditionInput was = rule.when();
            int place = placed.size();
            placed.add(new Rule(
                    place,
                    new ConditionInput("rule" + place, label(place), was.fields(), was.rows(), was.text()),
                    rule.team(),
                    rule.how()));
        }
        rules = placed;
    }

    /** Keeps what was typed; what is wrong with it is told at its place, and it stays. */
    public @Nullable String save() {
        read();
        try {
            handovers.change(document(), version);
            toasts.say(viewer.text("leads.rules.saved"));
            return "/handoverrules.xhtml?faces-redirect=true";
        } catch (RuntimeException failed) {
            CrmException refusal = Refusals.of(failed).orElseThrow(() -> failed);
            problem = viewer.text(refusal);
            wrong = Refusals.beside(refusal, viewer);
            return null;
        }
    }

    private Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("limitMinutes", number(minutes));
        List<Object> all = new ArrayList<>();
        for (Rule rule : rules) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("when", rule.when().condition(leads));
            if (rule.team().matches("\\d{1,18}")) {
                one.put("team", new BigDecimal(rule.team()));
            }
            one.put("how", rule.how());
            all.add(one);
        }
        document.put("rules", all);
        document.put("nurture", Map.of("interests", number(interests), "days", number(days)));
        return document;
    }

    /** A whole number, or what was typed instead: the settings say what is wrong with it. */
    private static Object number(String text) {
        return text.matches("-?\\d{1,9}") ? new BigDecimal(text) : text;
    }

    private String parameter(String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }

    public String getInterests() {
        return interests;
    }

    public String getDays() {
        return days;
    }

    public List<Rule> getRules() {
        return rules;
    }

    /** What is wrong at a place, {@code rules[0].team}; empty if nothing is. */
    public String error(String place) {
        return wrong.getOrDefault(place, "");
    }

    public List<Option> getTeams() {
        return records.list(ListQuery.of("teams").limitedTo(ListQuery.MAX_LIMIT)).items().stream()
                .map(team -> new Option(Long.toString(team.ref().id()), team.title()))
                .toList();
    }

    /** How one of a team is found. */
    public List<Option> getWays() {
        return Stream.of("load", "turn", "team")
                .map(way -> new Option(way, viewer.text("leads.rules.how." + way)))
                .toList();
    }

    public String getMinutes() {
        return minutes;
    }

    public long getVersion() {
        return version;
    }

    public String getProblem() {
        return problem;
    }

    /** A rule in the form. */
    public record Rule(int at, ConditionInput when, String team, String how) {}

    /** Something that can be chosen. */
    public record Option(String code, String label) {}
}
