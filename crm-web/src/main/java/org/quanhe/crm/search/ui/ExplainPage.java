package org.quanhe.crm.search.ui;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.records.ListQuery;
import org.quanhe.crm.records.Metadata;
import org.quanhe.crm.records.RecordTypeView;
import org.quanhe.crm.records.Records;
import org.quanhe.crm.records.ui.Values;
import org.quanhe.crm.search.Search;
import org.quanhe.crm.search.SearchExplanation;
import org.quanhe.crm.search.SearchExplanation.Met;
import org.quanhe.crm.search.SearchExplanation.Obstacle;
import org.quanhe.crm.search.SearchExplanation.Way;
import org.quanhe.crm.search.SearchQuestion;
import org.quanhe.crm.shell.ui.Links;
import org.quanhe.crm.shell.ui.Refusals;
import org.quanhe.crm.shell.ui.Viewer;

/** Why a search finds a record, or does not, in words. */
@Named
@RequestScoped
public class ExplainPage {
    private static final String USERS = "users";

    @Inject
    private Search search;

    @Inject
    private Metadata metadata;

    @Inject
    private Records records;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Values values;

    @Inject
    private Viewer viewer;

    private String text = "";
    private String user = "";
    private String type = "";
    private String id = "";
    private String problem = "";
    private @Nullable SearchExplanation told;

    @PostConstruct
    void open() {
        if (!viewer.isAdministrator()) {
            throw CrmException.forbidden("identity.error.administratorsOnly");
        }
        text = parameter("q");
        user = parameter("user");
        type = parameter("type");
        id = parameter("id");
        if (!id.isEmpty()) {
            ask();
        }
    }

    private String parameter(String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "").strip();
    }

    private void ask() {
        if (!id.matches("\\d{1,18}") || !user.matches("\\d{0,18}")) {
            problem = viewer.text("search.explain.number");
            return;
        }
        try {
            told = search.explain(
                    SearchQuestion.of(text),
                    new RecordRef(type, Long.parseLong(id)),
                    user.isEmpty() ? null : Long.valueOf(user));
        } catch (RuntimeException failed) {
            problem = viewer.text(Refusals.of(failed).orElseThrow(() -> failed));
        }
    }

    /** Users to ask as. */
    public List<Choice> getUsers() {
        List<Choice> users = new ArrayList<>();
        records.list(ListQuery.of(USERS).limitedTo(ListQuery.MAX_LIMIT)).items().forEach(record -> {
            String number = Long.toString(record.ref().id());
            Object name = record.value("username");
            String shown = name == null ? record.title() : record.title() + " (" + name + ")";
            users.add(new Choice(number, shown, number.equals(user)));
        });
        return users;
    }

    public List<Choice> getTypes() {
        return metadata.types().stream()
                .map(one -> new Choice(
                        one.name(),
                        viewer.text(one.name() + ".type"),
                        one.name().equals(type)))
                .toList();
    }

    public String getText() {
        return text;
    }

    public String getId() {
        return id;
    }

    public String getProblem() {
        return problem;
    }

    public boolean isAnswered() {
        return told != null;
    }

    private SearchExplanation told() {
        return Objects.requireNonNull(told);
    }

    public boolean isFound() {
        return told().found();
    }

    public String getTitle() {
        return told().title().isBlank() ? viewer.text(type + ".type.one") + " " + id : told().title();
    }

    public String getHref() {
        return Links.record(type, Long.parseLong(id));
    }

    /** "It is found: place 3 of 38." */
    public String getVerdict() {
        SearchExplanation all = told();
        String total = viewer.told().number(all.total()) + (all.exact() ? "" : "+");
        if (!all.found()) {
            return viewer.text("search.explain.notFound", total);
        }
        return all.place() == 0
                ? viewer.text("search.explain.found.far", total)
                : viewer.text("search.explain.found", viewer.told().number(all.place()), total);
    }

    /** How far the search went, and what keeps the record away. */
    public List<String> getReasons() {
        List<String> reasons = new ArrayList<>();
        for (Obstacle obstacle : told().obstacles()) {
            reasons.add(viewer.text("search.obstacle." + obstacle.name()));
        }
        if (!told().obstacles().contains(Obstacle.ABSENT)) {
            reasons.add(viewer.text("search.reach." + told().reach().name()));
        }
        return reasons;
    }

    /** Rights keep it away: another page says which. */
    public boolean isRefused() {
        return told().obstacles().contains(Obstacle.RIGHT);
    }

    public String getWhyHref() {
        String who = user.isEmpty() ? Long.toString(viewer.id()) : user;
        return "why.xhtml?user=" + who + "&type=" + Links.encode(type) + "&id=" + id;
    }

    /** The words, each with the ways by which it was met. */
    public List<Word> getWords() {
        return told().words().stream()
                .filter(met -> !met.typed().isEmpty() || !met.ways().isEmpty())
                .map(this::word)
                .toList();
    }

    private Word word(Met met) {
        String typed = met.typed().isEmpty() ? viewer.text("search.explain.whole") : met.typed();
        return new Word(typed, met.ways().stream().map(this::told).toList());
    }

    private Told told(Way way) {
        return new Told(
                viewer.text("search.means." + way.means().name()), field(way), way.hidden(), number(way.weight()));
    }

    private String field(Way way) {
        if (way.field().isEmpty()) {
            return "–";
        }
        RecordTypeView of = metadata.type(type);
        return way.field().equals("title")
                ? values.label(of.titleField())
                : of.find(way.field()).map(values::label).orElse(way.field());
    }

    private String number(double weight) {
        return viewer.told().number(BigDecimal.valueOf(weight).setScale(1, RoundingMode.HALF_UP));
    }

    public String getWeight() {
        return number(told().weight());
    }

    /** Something to choose. */
    public record Choice(String code, String label, boolean current) {}

    /** A typed word and how it was met. */
    public record Word(String typed, List<Told> ways) {}

    /** By what a word was met, in which field, and what that adds. */
    public record Told(String means, String field, boolean hidden, String weight) {}
}
