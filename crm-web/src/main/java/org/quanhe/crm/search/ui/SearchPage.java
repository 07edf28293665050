package org.quanhe.crm.search.ui;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.records.Metadata;
import org.quanhe.crm.records.RecordTypeView;
import org.quanhe.crm.search.Search;
import org.quanhe.crm.search.SearchAnswer;
import org.quanhe.crm.search.SearchAnswer.FacetValue;
import org.quanhe.crm.search.SearchAnswer.Reach;
import org.quanhe.crm.search.SearchQuestion;
import org.quanhe.crm.shell.ui.PageExceptionHandler;
import org.quanhe.crm.shell.ui.Refusals;
import org.quanhe.crm.shell.ui.Viewer;

/** Everything a search finds: the best of each type, or all of one type with what it can be narrowed by. */
@Named
@RequestScoped
public class SearchPage {
    private static final Logger LOG = Logger.getLogger(SearchPage.class.getName());
    private static final String TYPE = "type";
    private static final int OF_EACH = 5;
    private static final int OF_ONE = 20;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Search search;

    @Inject
    private Metadata metadata;

    @Inject
    private HitLines lines;

    @Inject
    private SearchFacets facets;

    @Inject
    private Viewer viewer;

    private SearchAddress address;
    private List<RecordTypeView> types = List.of();
    private Optional<RecordTypeView> type = Optional.empty();
    private @Nullable SearchAnswer answer;
    private List<Group> groups = List.of();
    private String problem = "";
    private String code = "";

    @PostConstruct
    void open() {
        address = SearchAddress.of(request);
        if (address.text().isEmpty()) {
            return;
        }
        try {
            types = metadata.types();
            ask();
        } catch (RuntimeException failed) {
            refused(failed);
        }
    }

    private void ask() {
        type = address.type().isEmpty() ? Optional.empty() : Optional.of(metadata.type(address.type()));
        SearchAnswer first = search.find(type.isPresent() ? ofOne(type.get()) : question(Map.of(), List.of(), 1));
        List<RecordTypeView> met = met(first);
        if (type.isEmpty() && met.size() == 1) {
            // nothing to group: what there is can be narrowed at once
            type = Optional.of(met.get(0));
            address = address.of(met.get(0).name());
            first = search.find(ofOne(met.get(0)));
        }
        answer = first;
        groups = type.map(one -> List.of(group(one, answer()))).orElseGet(() -> met.stream()
                .map(one -> group(one, search.find(question(Map.of(TYPE, List.of(one.name())), List.of(), OF_EACH))))
                .toList());
    }

    private SearchQuestion ofOne(RecordTypeView one) {
        Map<String, List<Object>> chosen = new LinkedHashMap<>(SearchFacets.literals(one, address));
        chosen.put(TYPE, List.of(one.name()));
        return question(chosen, SearchFacets.names(one), OF_ONE);
    }

    private SearchQuestion question(Map<String, List<Object>> chosen, List<String> counted, int limit) {
        SearchQuestion asked = SearchQuestion.of(address.text());
        return new SearchQuestion(
                asked.text(),
                asked.types(),
                asked.filter(),
                chosen,
                counted,
                limit,
                address.cursor().isEmpty() ? null : address.cursor(),
                false);
    }

    /** Types with hits, in the order of the menu. */
    private List<RecordTypeView> met(SearchAnswer found) {
        List<FacetValue> counts = found.facets().getOrDefault(TYPE, List.of());
        return types.stream()
                .filter(one -> counts.stream().anyMatch(count -> count.value().equals(one.name())))
                .toList();
    }

    private Group group(RecordTypeView one, SearchAnswer found) {
        return new Group(
                one.name(),
                viewer.text(one.name() + ".type"),
                facets.told(found.total(), found.exact()),
                address.of(one.name()).href(),
                found.total() > found.hits().size(),
                found.hits().stream()
                        .map(hit -> lines.of(hit, one, address.text()))
                        .toList());
    }

    private void refused(RuntimeException failed) {
        CrmException refusal = Refusals.of(failed).orElseThrow(() -> failed);
        if (refusal.kind() == CrmException.Kind.UNAUTHENTICATED || refusal.kind() == CrmException.Kind.NOT_FOUND) {
            throw refusal;
        }
        problem = viewer.text(refusal);
        FacesContext.getCurrentInstance()
                .getExternalContext()
                .setResponseStatus(refusal.kind() == CrmException.Kind.UNAVAILABLE ? 503 : 400);
        if (refusal.kind() == CrmException.Kind.UNAVAILABLE) {
            code = PageExceptionHandler.code();
            LOG.log(Level.WARNING, "search not answered, code " + code, failed);
        }
    }

    private SearchAnswer answer() {
        return answer == null ? SearchAnswer.NOTHING : answer;
    }

    public String getText() {
        return address.text();
    }

    public String getHere() {
        return address.href();
    }

    public String getProblem() {
        return problem;
    }

    /** What to quote when asking for help; empty if the search was asked wrongly. */
    public String getCode() {
        return code;
    }

    /** Nothing was asked yet. */
    public boolean isBlank() {
        return address.text().isEmpty();
    }

    public boolean isNothing() {
        return !isBlank()
                && problem.isEmpty()
                && groups.stream().allMatch(group -> group.hits().isEmpty());
    }

    public List<Group> getGroups() {
        return groups;
    }

    /** Hits of one type are paged and narrowed; the best of several are only shown. */
    public boolean isOfOne() {
        return type.isPresent();
    }

    public String getTypeName() {
        return type.map(RecordTypeView::name).orElse("");
    }

    /** "38 results", "more than 10,000 results". */
    public String getTotal() {
        SearchAnswer told = answer();
        return viewer.text(told.exact() ? "search.page.total" : "search.page.total.more", told.total());
    }

    /** Types with hits, how many each has, and all of them together. */
    public List<TypeTab> getTabs() {
        List<TypeTab> tabs = new ArrayList<>();
        List<FacetValue> counts = answer().facets().getOrDefault(TYPE, List.of());
        for (RecordTypeView one : types) {
            counts.stream()
                    .filter(count -> count.value().equals(one.name()))
                    .forEach(count -> tabs.add(new TypeTab(
                            viewer.text(one.name() + ".type"),
                            facets.told(count.count(), count.exact()),
                            address.of(one.name()).href(),
                            one.name().equals(getTypeName()))));
        }
        if (tabs.size() > 1) {
            long all = counts.stream().mapToLong(FacetValue::count).sum();
            boolean exact = counts.stream().allMatch(FacetValue::exact);
            tabs.add(
                    0,
                    new TypeTab(
                            viewer.text("ui.search.all"),
                            facets.told(all, exact),
                            address.of("").href(),
                            type.isEmpty()));
        }
        return tabs;
    }

    public List<SearchFacets.Facet> getFacets() {
        return type.map(one -> facets.of(one, answer().facets(), address)).orElse(List.of());
    }

    /** "12 more values". */
    public String moreOf(SearchFacets.Facet facet) {
        return viewer.text("search.facet.more", facet.others().size());
    }

    public List<SearchFacets.Chip> getChips() {
        return type.map(one -> facets.chips(one, address)).orElse(List.of());
    }

    public String getClearHref() {
        return address.unfiltered().href();
    }

    /** What was typed in the spelling that was found; empty if that is the same. */
    public String getMeant() {
        String meant = answer().meant();
        return meant == null ? "" : meant;
    }

    /** Says what was searched, and asks whether something else was meant. */
    public String getMeantNote() {
        return viewer.text("search.meant", address.text());
    }

    public String getMeantHref() {
        return address.worded(getMeant()).href();
    }

    /** Hits lack one of the words. */
    public boolean isFewerWords() {
        return answer().reach() == Reach.FEWER_WORDS;
    }

    public String getRange() {
        SearchAnswer told = answer();
        long first = address.from() + 1;
        return viewer.text(
                "ui.list.range",
                viewer.told().number(first),
                viewer.told()
                        .number(Math.max(first, address.from() + told.hits().size())),
                facets.told(told.total(), told.exact()));
    }

    public boolean isPaged() {
        return isOfOne()
                && !isNothing()
                && (!getNextHref().isEmpty() || !getPreviousHref().isEmpty());
    }

    public String getNextHref() {
        String next = answer().next();
        return next == null
                ? ""
                : address.at(next, address.from() + answer().hits().size()).href();
    }

    public String getPreviousHref() {
        String previous = answer().previous();
        return previous == null
                ? ""
                : address.at(previous, address.from() - OF_ONE).href();
    }

    /** The best hits of one type. */
    public record Group(String type, String label, String count, String href, boolean more, List<HitLine> hits) {}

    /** A type with hits. */
    public record TypeTab(String label, String count, String href, boolean current) {}
}
