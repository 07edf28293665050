package org.quanhe.crm.activities.ui;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.activities.FollowUps;
import org.quanhe.crm.activities.FollowUps.Health;
import org.quanhe.crm.activities.FollowUps.Question;
import org.quanhe.crm.platform.Portion;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.records.ListQuery;
import org.quanhe.crm.records.RecordView;
import org.quanhe.crm.records.Records;
import org.quanhe.crm.shell.ui.Links;
import org.quanhe.crm.shell.ui.Pager;
import org.quanhe.crm.shell.ui.Refusals;
import org.quanhe.crm.shell.ui.Viewer;

/** How far leads and customers are followed up, who is past the day of a cadence, and how customers are. */
@Named
@RequestScoped
public class FollowUpPage {
    private static final List<String> VIEWS = List.of("leads", "customers", "due", "accounts");

    @Inject
    private FollowUps followUps;

    @Inject
    private Contacts contacts;

    @Inject
    private Records records;

    @Inject
    private Viewer viewer;

    @Inject
    private HttpServletRequest request;

    private String view = "leads";
    private String owner = "";
    private String team = "";
    private FollowUps.Board board = new FollowUps.Board(0, 0, Portion.none());
    private List<FollowUps.Due> due = List.of();
    private List<FollowUps.Account> accounts = List.of();
    private Pager pager = Pager.NONE;

    @PostConstruct
    void open() {
        String asked = text("view");
        view = VIEWS.contains(asked) ? asked : "leads";
        team = text("team").matches("\\d{1,18}") ? text("team") : "";
        String told = text("owner");
        owner = told.matches("\\d{1,18}")
                ? told
                : told.equals("all") || !team.isEmpty() ? "" : Long.toString(viewer.id());
        switch (view) {
            case "due" -> {
                Portion<FollowUps.Due> portion = followUps.due(question("customers"));
                due = portion.items();
                pager = Pager.of(request, viewer, href(view), portion);
            }
            case "accounts" -> {
                Portion<FollowUps.Account> portion = followUps.accounts(question("customers"));
                accounts = portion.items();
                pager = Pager.of(request, viewer, href(view), portion);
            }
            default -> {
                board = followUps.board(question(view));
                pager = Pager.of(request, viewer, href(view), board.rows(), (long) board.total());
            }
        }
    }

    private String href(String of) {
        return "followup.xhtml?view=" + of + "&owner=" + (owner.isEmpty() ? "all" : owner)
                + (team.isEmpty() ? "" : "&team=" + team);
    }

    public Pager getPager() {
        return pager;
    }

    private Question question(String type) {
        return new Question(type, number(owner), number(team), Pager.ROWS, Pager.place(request));
    }

    private static @Nullable Long number(String text) {
        return text.isEmpty() ? null : Long.valueOf(text);
    }

    private String text(String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "").strip();
    }

    public String getView() {
        return view;
    }

    public List<CalendarPage.Link> getViews() {
        return VIEWS.stream()
                .map(one -> new CalendarPage.Link(
                        href(one), viewer.text("activities.page.followup." + one), one.equals(view), ""))
                .toList();
    }

    public String getSummary() {
        return viewer.text(
                "activities.page.followup.summary",
                viewer.told().number(board.total()),
                viewer.told().number(board.bare()));
    }

    public List<Row> getRows() {
        return board.rows().items().stream().map(this::row).toList();
    }

    private Row row(FollowUps.Row row) {
        return new Row(
                Links.record(row.record().ref().type(), row.record().ref().id()),
                row.record().title(),
                title(row.record(), "owner"),
                row.touches(),
                row.goal(),
                viewer.text("activities.page.touches.of", row.touches(), row.goal()),
                last(row.last()),
                row.days(),
                row.next() == null ? null : contacts.nextStep(row.next()));
    }

    private String last(@Nullable Instant at) {
        return at == null
                ? viewer.text("activities.page.never")
                : viewer.told().shortDate(viewer.told().day(at), viewer.today());
    }

    private static String title(RecordView record, String field) {
        return record.value(field) instanceof RecordRef ref
                ? record.referenceTitles().getOrDefault(ref.key(), "")
                : "";
    }

    public List<DueRow> getDue() {
        return due.stream()
                .map(one -> new DueRow(
                        Links.record(
                                one.record().ref().type(), one.record().ref().id()),
                        one.record().title(),
                        title(one.record(), "owner"),
                        one.name(),
                        viewer.text("ui.kind." + one.by()),
                        last(one.last()),
                        viewer.told().shortDate(one.due(), viewer.today()),
                        one.days() == 0 ? viewer.text("ui.today") : viewer.text("activities.page.late", one.days()),
                        one.days() > 0))
                .toList();
    }

    public List<AccountRow> getAccounts() {
        return accounts.stream()
                .map(one -> new AccountRow(
                        Links.record(
                                one.record().ref().type(), one.record().ref().id()),
                        one.record().title(),
                        viewer.text("activities.health." + one.health().name()),
                        look(one.health()),
                        one.reasons().stream()
                                .map(reason -> viewer.texts().text(reason))
                                .toList(),
                        last(one.last()),
                        one.promises(),
                        one.broken(),
                        one.next() == null ? null : contacts.nextStep(one.next())))
                .toList();
    }

    private static String look(Health health) {
        return switch (health) {
            case BAD -> "qh-tag is-bad";
            case FAIR -> "qh-tag is-warn";
            case GOOD -> "qh-tag is-ok";
        };
    }

    public List<PlanChoices.Choice> getOwners() {
        return choices("users", owner);
    }

    public List<PlanChoices.Choice> getTeams() {
        return choices("teams", team);
    }

    /** Those that the viewer may see; nobody where that is not for the viewer. */
    private List<PlanChoices.Choice> choices(String type, String chosen) {
        try {
            return records.list(ListQuery.of(type).limitedTo(ListQuery.MAX_LIMIT)).items().stream()
                    .map(one -> new PlanChoices.Choice(
                            Long.toString(one.ref().id()),
                            one.title(),
                            Long.toString(one.ref().id()).equals(chosen)))
                    .toList();
        } catch (RuntimeException failed) {
            Refusals.of(failed).orElseThrow(() -> failed);
            return List.of();
        }
    }

    /**
     * A lead or customer on the board.
     *
     * @param next null where nothing is planned
     */
    public record Row(
            String href,
            String name,
            String owner,
            int touches,
            int goal,
            String words,
            String last,
            long days,
            @Nullable NextStep next) {
        /** One for each contact that is wanted: true for those that were made. */
        public List<Boolean> dots() {
            return IntStream.range(0, Math.min(goal, 12))
                    .mapToObj(i -> i < touches)
                    .toList();
        }
    }

    /** Somebody past the day of a cadence. */
    public record DueRow(
            String href,
            String name,
            String owner,
            String cadence,
            String by,
            String last,
            String due,
            String days,
            boolean late) {}

    /** A customer and how it is. */
    public record AccountRow(
            String href,
            String name,
            String health,
            String look,
            List<String> reasons,
            String last,
            int promises,
            int broken,
            @Nullable NextStep next) {}
}
