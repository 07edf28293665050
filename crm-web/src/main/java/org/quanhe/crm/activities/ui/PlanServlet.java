package org.quanhe.crm.activities.ui;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.activities.Calendar;
import org.quanhe.crm.activities.FreeDays;
import org.quanhe.crm.activities.Proposal;
import org.quanhe.crm.activities.RecurrenceRule;
import org.quanhe.crm.activities.RecurrenceRule.Frequency;
import org.quanhe.crm.activities.Recurrences;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.records.ListQuery;
import org.quanhe.crm.records.RecordView;
import org.quanhe.crm.records.Records;
import org.quanhe.crm.shell.ui.Links;
import org.quanhe.crm.shell.ui.Refusals;
import org.quanhe.crm.shell.ui.Toasts;
import org.quanhe.crm.shell.ui.Viewer;

/** Plans something, puts it at another time, or ends what repeats, and leads back to the page. */
@WebServlet("/ui/plan")
public class PlanServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final int CANDIDATES = 20;

    @Inject
    private transient Calendar calendar;

    @Inject
    private transient Recurrences recurrences;

    @Inject
    private transient Records records;

    @Inject
    private transient Toasts toasts;

    @Inject
    private transient Viewer viewer;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            switch (text(request, "do")) {
                case "move" -> move(request);
                case "end" -> recurrences.end(number(request, "id"));
                default -> plan(request);
            }
        } catch (RuntimeException failed) {
            toasts.say(told(request, Refusals.of(failed).orElseThrow(() -> failed)));
        }
        response.sendRedirect(request.getContextPath() + "/" + Links.own(text(request, "back")));
    }

    private void move(HttpServletRequest request) {
        long id = number(request, "id");
        String version = text(request, "version");
        Long seen = version.matches("\\d{1,18}") ? Long.valueOf(version) : null;
        Instant at = at(request);
        String told = text(request, "minutes");
        Integer minutes = told.matches("\\d{1,5}") ? Integer.valueOf(told) : null;
        RecordView moved;
        if (text(request, "scope").equals("following")) {
            Map<String, @Nullable Object> changes = new LinkedHashMap<>();
            changes.put(Contacts.STARTS_AT, at);
            if (minutes != null) {
                changes.put(Contacts.MINUTES, minutes.toString());
            }
            moved = recurrences.changeFollowing(id, seen, changes);
        } else {
            moved = calendar.move(id, seen, at, minutes);
        }
        toasts.say(viewer.text(
                "activities.page.moved", moved.title(), viewer.told().dateTime(at)));
        warn(at);
    }

    /** Where nobody works, that is said; whoever wants it so keeps it. */
    private void warn(Instant at) {
        Proposal proposal = calendar.proposal(at);
        if (!proposal.works()) {
            toasts.say(ProposalServlet.why(viewer, proposal));
        }
    }

    private void plan(HttpServletRequest request) {
        Instant at = at(request);
        Map<String, Object> values = new LinkedHashMap<>();
        String kind = text(request, "kind");
        values.put(Contacts.KIND, PlanChoices.KINDS.contains(kind) ? kind : "task");
        values.put(Contacts.SUBJECT, text(request, "subject"));
        values.put(Contacts.STARTS_AT, at);
        values.put(Contacts.DONE, false);
        put(values, Contacts.MINUTES, text(request, "minutes"));
        String remind = text(request, "remind");
        put(values, "remindBefore", remind.matches("\\d+") ? remind : "");
        customer(request, values);
        RecordView made = text(request, "once").isEmpty()
                ? records.create(Contacts.TYPE, values)
                : records.createOnce(Contacts.TYPE, values, text(request, "once"));
        toasts.say(viewer.text("activities.page.planned", made.title()));
        warn(at);
        rule(request, LocalDate.ofInstant(at, viewer.told().zone()))
                .ifPresent(rule -> recurrences.repeat(
                        made.ref().id(),
                        null,
                        rule.text(),
                        FreeDays.ofCode(text(request, "freeDays")).orElse(FreeDays.KEEP)));
    }

    private Optional<RecurrenceRule> rule(HttpServletRequest request, LocalDate first) {
        String repeat = text(request, "repeat");
        String until = text(request, "until");
        LocalDate last = until.matches("\\d{4}-\\d{2}-\\d{2}") ? LocalDate.parse(until) : null;
        if (repeat.equals("NTH")) {
            return Optional.of(new RecurrenceRule(
                    Frequency.MONTHLY,
                    1,
                    List.of(),
                    null,
                    (first.getDayOfMonth() - 1) / 7 + 1,
                    first.getDayOfWeek(),
                    null,
                    last));
        }
        return Arrays.stream(Frequency.values())
                .filter(one -> one.name().equals(repeat))
                .map(one -> RecurrenceRule.of(one).ending(null, last))
                .findFirst();
    }

    private void customer(HttpServletRequest request, Map<String, Object> values) {
        String id = text(request, "customerId");
        String name = text(request, "customer");
        if (name.isEmpty()) {
            return;
        }
        if (id.matches("\\d{1,18}")) {
            values.put(Contacts.CUSTOMER, new RecordRef("customers", Long.parseLong(id)));
            return;
        }
        List<RecordView> found =
                records.list(ListQuery.of("customers").withText(name).limitedTo(CANDIDATES)).items().stream()
                        .filter(one -> one.title().equalsIgnoreCase(name))
                        .toList();
        if (found.size() != 1) {
            throw CrmException.invalid("activities.page.customer.none", name);
        }
        values.put(Contacts.CUSTOMER, found.get(0).ref());
    }

    private Instant at(HttpServletRequest request) {
        String date = text(request, "date");
        String time = text(request, "time");
        try {
            return LocalDateTime.of(LocalDate.parse(date), LocalTime.parse(time))
                    .atZone(viewer.told().zone())
                    .toInstant();
        } catch (DateTimeException unreadable) {
            throw CrmException.invalid("activities.error.when", date + "T" + time);
        }
    }

    private String told(HttpServletRequest request, CrmException refusal) {
        if (refusal.kind() == CrmException.Kind.STALE) {
            return viewer.text("activities.page.stale", text(request, "title"));
        }
        return refusal.violations().isEmpty()
                ? viewer.text(refusal)
                : refusal.violations().stream()
                        .map(one -> viewer.texts().text(one.message()))
                        .distinct()
                        .collect(Collectors.joining(" "));
    }

    private static void put(Map<String, Object> values, String field, String value) {
        if (!value.isEmpty()) {
            values.put(field, value);
        }
    }

    private static long number(HttpServletRequest request, String name) {
        String text = text(request, name);
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : -1;
    }

    private static String text(HttpServletRequest request, String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "").strip();
    }
}
