package org.quanhe.crm.records.ui;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.FieldView.Use;
import org.quanhe.crm.records.Filter;
import org.quanhe.crm.records.ListQuery;
import org.quanhe.crm.records.Metadata;
import org.quanhe.crm.records.RecordPage;
import org.quanhe.crm.records.RecordTypeView;
import org.quanhe.crm.records.Records;
import org.quanhe.crm.records.SavedView;
import org.quanhe.crm.records.SavedViews;
import org.quanhe.crm.shell.ui.Links;
import org.quanhe.crm.shell.ui.PageExceptionHandler;
import org.quanhe.crm.shell.ui.Refusals;
import org.quanhe.crm.shell.ui.Viewer;

/** The list of a type's records: tabs, conditions, one page of rows. Everything it shows follows from its address. */
@Named
@RequestScoped
public class ListPage {
    private static final Logger LOG = Logger.getLogger(ListPage.class.getName());
    private static final int COUNTED = 10_000;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Metadata metadata;

    @Inject
    private Records records;

    @Inject
    private SavedViews savedViews;

    @Inject
    private Viewer viewer;

    @Inject
    private ListTables tables;

    @Inject
    private FacetColumn facetColumn;

    @Inject
    private ConditionWords words;

    private ListAddress address;
    private RecordTypeView type;
    private List<SavedView> views = List.of();
    private Optional<SavedView> view = Optional.empty();
    private Conditions conditions;
    private String problem = "";
    private String code = "";

    private @Nullable RecordPage page;
    private @Nullable TableView table;
    private @Nullable Long total;

    @PostConstruct
    void open() {
        address = ListAddress.of(request);
        type = metadata.type(address.type());
        views = savedViews.of(type.name());
        if (address.view().isEmpty()) {
            address = address.in(address.bare() ? opening() : "all");
        }
        view = views.stream()
                .filter(v -> Long.toString(v.id()).equals(address.view()))
                .findFirst();
        try {
            conditions = Conditions.parse(type, filterText(), viewer.id());
        } catch (RuntimeException failed) {
            conditions = Conditions.parse(type, "", viewer.id());
            refused(failed);
        }
    }

    /** The view with which the list opens: one's own, that of a team, that of everybody. */
    private String opening() {
        return views.stream()
                .filter(SavedView::first)
                .min(Comparator.comparing(SavedView::shared)
                        .thenComparing(one -> one.audience().everybody()))
                .map(one -> Long.toString(one.id()))
                .orElse("all");
    }

    private String filterText() {
        if (address.filter() != null) {
            return address.filter();
        }
        return address.view().equals("mine")
                ? "owner == me"
                : view.map(SavedView::filter).orElse("");
    }

    /** What is asked of the kernel. */
    ListQuery query() {
        String sort = address.sort().isEmpty() ? view.map(SavedView::sort).orElse("") : address.sort();
        return ListQuery.of(type.name())
                .where(conditions.filter())
                .withText(address.text())
                .sortedBy(sort)
                .limitedTo(address.size())
                .from(address.cursor().isEmpty() ? null : address.cursor());
    }

    public TableView getTable() {
        if (table == null) {
            table = tables.of(type, columns(), page(), address, query().sort());
        }
        return table;
    }

    private RecordPage page() {
        if (page == null) {
            try {
                page = problem.isEmpty() ? records.list(query()) : new RecordPage(List.of(), null, null);
            } catch (RuntimeException failed) {
                refused(failed);
                page = new RecordPage(List.of(), null, null);
            }
        }
        return page;
    }

    private void refused(RuntimeException failed) {
        CrmException refusal = Refusals.of(failed).orElseThrow(() -> failed);
        if (refusal.kind() == CrmException.Kind.UNAUTHENTICATED || refusal.kind() == CrmException.Kind.NOT_FOUND) {
            throw refusal;
        }
        problem = viewer.text(refusal);
        if (refusal.kind() == CrmException.Kind.UNAVAILABLE) {
            code = PageExceptionHandler.code();
            LOG.log(Level.WARNING, "list not shown, code " + code, failed);
        }
    }

    List<FieldView> columns() {
        List<String> names = columnNames();
        List<FieldView> chosen =
                names.stream().flatMap(name -> type.find(name).stream()).toList();
        return chosen.isEmpty() ? type.fieldsFor(Use.LIST) : chosen;
    }

    List<String> columnNames() {
        return address.columns().isEmpty() ? view.map(SavedView::columns).orElse(List.of()) : address.columns();
    }

    private long total() {
        if (total == null) {
            RecordPage shown = page();
            boolean all = shown.next() == null && shown.previous() == null && address.from() == 0;
            total = all ? shown.items().size() : counted();
        }
        return total;
    }

    private long counted() {
        return problem.isEmpty() ? records.count(query().from(null), COUNTED) : 0;
    }

    /** "51–100 of 1,284". */
    public String getRange() {
        long first = address.from() + 1;
        long last = address.from() + page().items().size();
        return viewer.text(
                "ui.list.range", viewer.told().number(first), viewer.told().number(Math.max(first, last)), getTotal());
    }

    public String getTotal() {
        long all = total();
        return all > COUNTED
                ? viewer.told().number(COUNTED) + "+"
                : viewer.told().number(all);
    }

    public String getTotalWords() {
        return viewer.text("ui.list.items", getTotal());
    }

    public boolean isBlank() {
        return page().items().isEmpty();
    }

    /** Nothing there at all, not only nothing that fits. */
    public boolean isNothingYet() {
        return isBlank() && problem.isEmpty() && !isNarrowed() && address.view().equals("all");
    }

    public boolean isNoMatch() {
        return isBlank() && problem.isEmpty() && !isNothingYet();
    }

    public boolean isNarrowed() {
        return !conditions.parts().isEmpty() || !address.text().isEmpty();
    }

    public String getProblem() {
        page();
        return problem;
    }

    /** What to quote when asking for help; empty if the list was asked for wrongly. */
    public String getCode() {
        return code;
    }

    public String getTypeName() {
        return type.name();
    }

    public RecordTypeView getType() {
        return type;
    }

    public String getLabel() {
        return viewer.text(type.name() + ".type");
    }

    public String getAddLabel() {
        return viewer.text("ui.list.add", one());
    }

    public String getEmptyTitle() {
        return viewer.text("ui.list.nothing", one());
    }

    public String getEmptyText() {
        return viewer.texts().find(type.name() + ".type.help").orElseGet(() -> viewer.text("ui.list.nothing.text"));
    }

    private String one() {
        String one = viewer.text(type.name() + ".type.one");
        return one.substring(0, 1).toLowerCase(viewer.getLocale()) + one.substring(1);
    }

    public String getCount() {
        return problem.isEmpty() ? getTotal() : "–";
    }

    /** Conditions as chips, each with the address without it. */
    public List<Chip> getChips() {
        List<Chip> chips = new ArrayList<>();
        Map<String, String> titles = tables.referenceTitles(page());
        for (int i = 0; i < conditions.parts().size(); i++) {
            Filter part = conditions.parts().get(i);
            chips.add(words.chip(
                    type,
                    part,
                    titles,
                    address.filtered(conditions.without(i).text()).href()));
        }
        return chips;
    }

    public List<FacetColumn.Facet> getFacets() {
        return problem.isEmpty() ? facetColumn.of(type, conditions, address) : List.of();
    }

    /** The type has fields whose values are counted beside the list. */
    public boolean isFaceted() {
        return !type.fieldsFor(Use.FACET).isEmpty();
    }

    public String getFacetsHref() {
        return "ui/facets?" + address.query();
    }

    /** The dialogs of the list are asked for: they come with the first one that is opened. */
    public boolean isTools() {
        return request.getParameter("tools") != null;
    }

    /** How many conditions there are, for the button that opens them on narrow screens. */
    public int getConditionCount() {
        return conditions.parts().size();
    }

    public String getClearHref() {
        return address.filtered("").worded("").href();
    }

    public String getNextHref() {
        String next = page().next();
        return next == null
                ? ""
                : address.at(next, address.from() + page().items().size()).href();
    }

    public String getPreviousHref() {
        String previous = page().previous();
        return previous == null
                ? ""
                : address.at(previous, address.from() - address.size()).href();
    }

    public String getAddress() {
        return address.query();
    }

    public String getHere() {
        return address.href();
    }

    public String getText() {
        return address.text();
    }

    public String getFilter() {
        return conditions.text();
    }

    public String getSort() {
        return query().sort();
    }

    public String getExportHref() {
        return "ui/export?type=" + Links.encode(type.name()) + "&filter=" + Links.encode(conditions.text()) + "&text="
                + Links.encode(address.text()) + "&sort=" + Links.encode(query().sort()) + "&columns="
                + Links.encode(String.join(",", columnNames()));
    }

    /** There is a list to show, even if nothing fits. */
    public boolean isShown() {
        return problem.isEmpty() && !isNothingYet();
    }

    public String getViewName() {
        return address.view();
    }

    public String getColumnsParameter() {
        return String.join(",", address.columns());
    }

    public int getSize() {
        return address.size();
    }

    ListAddress address() {
        return address;
    }

    Conditions conditions() {
        return conditions;
    }

    List<SavedView> views() {
        return views;
    }

    /** The saved view shown, if it is one's own. */
    public @Nullable SavedView getOwnView() {
        return view.filter(SavedView::own).orElse(null);
    }

    /** A condition above the list: what it is on, what it asks for, where its removal leads. */
    public record Chip(String label, String text, String removeHref) {}
}
