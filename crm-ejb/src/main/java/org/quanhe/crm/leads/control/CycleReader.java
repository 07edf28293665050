package org.quanhe.crm.leads.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.leads.Cycle;
import org.quanhe.crm.leads.Cycle.By;
import org.quanhe.crm.leads.Cycle.Line;
import org.quanhe.crm.leads.Cycle.Part;
import org.quanhe.crm.leads.Cycle.Question;
import org.quanhe.crm.leads.entity.Handover;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.Proportion;
import org.quanhe.crm.records.RecordView;
import org.quanhe.crm.records.TextFold;
import org.quanhe.crm.records.control.RecordTypes;
import org.quanhe.crm.records.control.RecordViews;
import org.quanhe.crm.records.spi.Access;
import org.quanhe.crm.workingtime.WorkingTime;

/** Counts how long deals took, within the caller's rights. */
@ApplicationScoped
public class CycleReader {
    private static final String ALL = "all";
    private static final String OPPORTUNITIES = "opportunities";
    private static final int MOST_BEHIND = 200;

    @Inject
    private AnsweredHandovers handovers;

    @Inject
    private WonDeals won;

    @Inject
    private WorkingTime workingTime;

    @Inject
    private RecordTypes types;

    @Inject
    private RecordViews views;

    @Inject
    private Access access;

    /** Deals and answered hand-overs of a period, and what is known of the leads of those. */
    private record Counted(List<WonDeal> deals, List<Handover> answered, Map<Long, WonDeals.Origin> leads) {}

    public Cycle read(Question question) {
        Counted counted = counted(question);
        Map<String, LocalizedMessage> names = new LinkedHashMap<>();
        counted.deals().forEach(deal -> name(names, question.by(), deal.source(), deal.team()));
        counted.answered().forEach(handover -> {
            WonDeals.Origin lead = counted.leads().get(handover.lead());
            name(names, question.by(), lead.source(), team(lead, handover));
        });
        List<Line> lines = new ArrayList<>();
        names.forEach((code, name) -> lines.add(line(question, counted, code, name)));
        lines.sort(Comparator.comparingLong(
                        (Line line) -> -line.qualified().won() - line.others().won())
                .thenComparing(line -> -line.rejected().all())
                .thenComparing(Line::code));
        lines.add(0, line(question, counted, ALL, LocalizedMessage.of("leads.cycle.all")));
        return new Cycle(question, lines, Reasons.of(counted.answered()));
    }

    private Counted counted(Question question) {
        if (question.to().isBefore(question.from())) {
            throw CrmException.invalidField(
                    "to",
                    LocalizedMessage.of(
                            "leads.error.period",
                            question.from().toString(),
                            question.to().toString()));
        }
        demand("leads", question.by() == By.SOURCE ? List.of("status", "source") : List.of("status"));
        demand(OPPORTUNITIES, question.by() == By.TEAM ? List.of("status", "lead", "team") : List.of("status", "lead"));
        ZoneId zone = workingTime.hours().zone();
        Instant from = question.from().atStartOfDay(zone).toInstant();
        Instant to = question.to().plusDays(1).atStartOfDay(zone).toInstant();
        List<Handover> answered = handovers.between(from, to);
        return new Counted(
                won.between(from, to, zone),
                answered,
                won.origins(answered.stream().map(Handover::lead).distinct().toList()));
    }

    private void demand(String type, List<String> fields) {
        for (String field : fields) {
            if (!access.fields(type).readable(field)) {
                throw CrmException.forbidden("pipeline.error.hidden", LocalizedMessage.of(type + "." + field));
            }
        }
    }

    private void name(Map<String, LocalizedMessage> names, By by, String source, @Nullable Long team) {
        String code = code(by, source, team);
        names.computeIfAbsent(code, some -> {
            if (code.isEmpty()) {
                return LocalizedMessage.of(by == By.SOURCE ? "leads.cycle.noSource" : "leads.cycle.noTeam");
            }
            return by == By.SOURCE ? LocalizedMessage.verbatim(source) : LocalizedMessage.verbatim(team(team));
        });
    }

    private String team(@Nullable Long team) {
        return team == null
                ? ""
                : views.load(types.named("teams"), List.of(team)).stream()
                        .map(one -> one.title())
                        .findFirst()
                        .orElse("");
    }

    private static @Nullable Long team(WonDeals.Origin lead, Handover handover) {
        Long asked = handover.toTeam();
        return asked == null ? lead.team() : asked;
    }

    private static String code(By by, String source, @Nullable Long team) {
        return by == By.SOURCE ? TextFold.fold(source) : team == null ? "" : Long.toString(team);
    }

    private static boolean of(String line, String code) {
        return line.equals(ALL) || line.equals(code);
    }

    private Line line(Question question, Counted counted, String code, LocalizedMessage name) {
        List<WonDeal> deals = deals(question, counted, code);
        List<Handover> answered = answered(question, counted, code);
        return new Line(
                code,
                name,
                WonDeal.group(deals.stream().filter(WonDeal::qualified).toList()),
                WonDeal.group(deals.stream().filter(deal -> !deal.qualified()).toList()),
                new Proportion(
                        answered.stream()
                                .filter(one -> one.state().equals(Handover.RETURNED))
                                .count(),
                        answered.size()));
    }

    private static List<WonDeal> deals(Question question, Counted counted, String code) {
        return counted.deals().stream()
                .filter(deal -> of(code, code(question.by(), deal.source(), deal.team())))
                .toList();
    }

    private static List<Handover> answered(Question question, Counted counted, String code) {
        return counted.answered().stream()
                .filter(handover -> {
                    WonDeals.Origin lead = counted.leads().get(handover.lead());
                    return of(code, code(question.by(), lead.source(), team(lead, handover)));
                })
                .toList();
    }

    /** The records behind a figure. */
    public List<RecordView> behind(Question question, String code, Part part, int limit) {
        if (limit < 1 || limit > MOST_BEHIND) {
            throw CrmException.invalidField("limit", LocalizedMessage.of("records.error.limit", MOST_BEHIND));
        }
        Counted counted = counted(question);
        boolean deals = part == Part.QUALIFIED || part == Part.OTHERS;
        List<Long> ids = deals
                ? deals(question, counted, code).stream()
                        .filter(deal -> deal.qualified() == (part == Part.QUALIFIED))
                        .map(WonDeal::opportunity)
                        .toList()
                : answered(question, counted, code).stream()
                        .filter(one -> one.state().equals(Handover.RETURNED) == (part == Part.REJECTED))
                        .map(Handover::lead)
                        .toList();
        String type = deals ? OPPORTUNITIES : HandoverBook.LEADS;
        List<Long> chosen = ids.stream().distinct().sorted().limit(limit).toList();
        Map<Long, RecordView> shown = new HashMap<>();
        views.views(types.named(type), views.load(types.named(type), chosen))
                .forEach(view -> shown.put(view.ref().id(), view));
        return chosen.stream()
                .map((Function<Long, RecordView>) shown::get)
                .filter(Objects::nonNull)
                .toList();
    }

    /** Days between two days, not below 0. */
    static long days(LocalDate from, LocalDate to) {
        return Math.max(0, to.toEpochDay() - from.toEpochDay());
    }
}
