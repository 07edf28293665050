package org.quanhe.crm.pipeline.ui;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.pipeline.Board;
import org.quanhe.crm.pipeline.PipelineReports;
import org.quanhe.crm.platform.Money;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.records.Metadata;
import org.quanhe.crm.records.RecordView;
import org.quanhe.crm.shell.ui.Initials;
import org.quanhe.crm.shell.ui.Links;
import org.quanhe.crm.shell.ui.Shell;
import org.quanhe.crm.shell.ui.Viewer;

/** Open opportunities as cards, a column for each stage. */
@Named
@RequestScoped
public class BoardPage {
    private static final int CARDS = 25;
    private static final String TYPE = "opportunities";

    @Inject
    private PipelineReports reports;

    @Inject
    private Metadata metadata;

    @Inject
    private Views views;

    @Inject
    private Amounts amounts;

    @Inject
    private Viewer viewer;

    @Inject
    private Shell shell;

    private Board board;
    private boolean mayCreate;
    private List<Column> columns = List.of();

    @PostConstruct
    void open() {
        board = reports.board(new Board.Question(
                views.getPipeline(), views.whose(), isStuckOnly(), isBareOnly(), isEverything() ? 200 : CARDS));
        mayCreate = metadata.type(TYPE).mayCreate();
        columns = board.columns().stream().map(this::column).toList();
    }

    public boolean isStuckOnly() {
        return !views.text("stuck").isEmpty();
    }

    public boolean isBareOnly() {
        return !views.text("bare").isEmpty();
    }

    private boolean isEverything() {
        return !views.text("more").isEmpty();
    }

    public boolean isNarrowed() {
        return isStuckOnly()
                || isBareOnly()
                || views.whose().owner().isPresent()
                || views.whose().team().isPresent();
    }

    public boolean isMayCreate() {
        return mayCreate;
    }

    public boolean isAmounts() {
        return board.amounts();
    }

    public boolean isBlank() {
        return board.all().count() == 0;
    }

    public Amounts.Sum getOpen() {
        return amounts.sum(board.all().sums());
    }

    public String getOpenCount() {
        return viewer.text("ui.pipe.count", viewer.told().number(board.all().count()));
    }

    public Amounts.Sum getWeighted() {
        return amounts.sum(board.weighted());
    }

    public String getStuckCount() {
        return viewer.told().number(board.stuck().count());
    }

    public boolean isSomeStuck() {
        return board.stuck().count() > 0;
    }

    public Amounts.Sum getStuck() {
        return amounts.sum(board.stuck().sums());
    }

    public String getHere() {
        return shell.getHere();
    }

    public String getClearHref() {
        return "board.xhtml?pipeline=" + Links.encode(board.pipeline().code());
    }

    public List<Column> getColumns() {
        return columns;
    }

    private Column column(Board.Column column) {
        long rest = column.all().count() - column.cards().size();
        return new Column(
                column.stage().code(),
                viewer.texts().text(column.stage().name()),
                viewer.told().number(column.all().count()),
                column.stuck().count() == 0
                        ? ""
                        : viewer.told().number(column.stuck().count()),
                viewer.text(
                        "ui.pipe.stuckOf", viewer.told().number(column.stuck().count())),
                amounts.sum(column.all().sums()),
                weight(column),
                column.cards().stream().map(this::card).toList(),
                rest > 0 ? viewer.text("ui.pipe.more", viewer.told().number(rest)) : "",
                isEverything() ? Links.list(TYPE) + "&filter=" + Links.encode(filter(column)) : more(),
                "edit.xhtml?type=opportunities&quick=true&set.stage="
                        + Links.encode(column.stage().code()));
    }

    private String weight(Board.Column column) {
        String percent = viewer.text("ui.pipe.percent", column.stage().probability());
        return board.amounts() && !column.weighted().isEmpty()
                ? viewer.text(
                        "ui.pipe.weightedOf",
                        percent,
                        amounts.sum(column.weighted()).main())
                : percent;
    }

    private String more() {
        return shell.getHere() + (shell.getHere().contains("?") ? "&" : "?") + "more=true";
    }

    private static String filter(Board.Column column) {
        return "stage == \"" + column.stage().code() + "\"";
    }

    private Card card(Board.Card card) {
        RecordView record = card.record();
        RecordView next = card.next();
        return new Card(
                record.ref().id(),
                record.version(),
                record.title(),
                record.mayChange(),
                record.value("amount") instanceof Money money ? amounts.shortly(money) : "",
                record.value("amount") instanceof Money money ? viewer.told().money(money) : "",
                title(record, "customer"),
                next == null ? "" : next.title(),
                next == null ? "" : when(next),
                title(record, "owner"),
                record.value("owner") instanceof RecordRef ref ? Initials.colour(ref.id()) : "",
                record.value("expectedClose") instanceof LocalDate date
                        ? viewer.text("ui.pipe.expected", viewer.told().shortDate(date, viewer.today()))
                        : "",
                card.stuck() ? viewer.text("ui.pipe.stuckDays", card.days()) : "",
                record.value("winProbability") instanceof BigDecimal percent
                        ? viewer.text("ui.chance.short", percent.intValue())
                        : "");
    }

    private String when(RecordView step) {
        return step.value("startsAt") instanceof Instant at
                ? viewer.told().shortDate(viewer.told().day(at), viewer.today())
                : "";
    }

    private static String title(RecordView record, String field) {
        Object value = record.value(field);
        return value instanceof RecordRef ref ? record.referenceTitles().getOrDefault(ref.key(), "") : "";
    }

    /** Why sales are won or lost. */
    public List<Views.Choice> getReasons() {
        return board.pipeline().reasons().stream()
                .map(reason -> new Views.Choice(reason.code(), viewer.texts().text(reason.name()), false))
                .toList();
    }

    /** A stage. */
    public record Column(
            String code,
            String name,
            String count,
            String stuck,
            String stuckWords,
            Amounts.Sum sum,
            String weight,
            List<Card> cards,
            String more,
            String moreHref,
            String addHref) {}

    /** An opportunity. */
    public record Card(
            long id,
            long version,
            String title,
            boolean movable,
            String amount,
            String amountFull,
            String customer,
            String next,
            String nextWhen,
            String owner,
            String colour,
            String expected,
            String stuck,
            String chance) {
        public String href() {
            return Links.record(TYPE, id);
        }

        public String initials() {
            return owner.isEmpty() ? "" : Initials.of(owner);
        }

        public String look() {
            return stuck.isEmpty() ? "qh-deal" : "qh-deal is-stuck";
        }

        /** Null leaves the attribute out. */
        public @Nullable String drag() {
            return movable ? Boolean.TRUE.toString().toLowerCase(Locale.ROOT) : null;
        }
    }
}
