package org.quanhe.crm.search.boundary;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.records.Filter;
import org.quanhe.crm.records.ListQuery;
import org.quanhe.crm.records.control.RecordTypeDescriptor;
import org.quanhe.crm.records.control.RecordTypes;
import org.quanhe.crm.records.control.SeenTypes;
import org.quanhe.crm.records.spi.Access;
import org.quanhe.crm.search.Search;
import org.quanhe.crm.search.SearchAnswer;
import org.quanhe.crm.search.SearchQuestion;
import org.quanhe.crm.search.control.IndexKeeper;
import org.quanhe.crm.search.control.SearchEngine;
import org.quanhe.crm.search.spi.SearchRequest;

/** The search box. The reader's rights are part of the query: what may not be seen is never found, counted or shown. */
@Stateless
@Local(Search.class)
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class SearchService implements Search {
    private static final int LONGEST_TEXT = 1_000;

    @Inject
    private SearchEngine engine;

    @Inject
    private IndexKeeper keeper;

    @Inject
    private RecordTypes types;

    @Inject
    private SeenTypes seen;

    @Inject
    private Access access;

    @Override
    public SearchAnswer find(SearchQuestion question) {
        if (question.limit() < 1 || question.limit() > ListQuery.MAX_LIMIT) {
            throw CrmException.invalid("records.error.limit", ListQuery.MAX_LIMIT);
        }
        if (question.text().length() > LONGEST_TEXT) {
            throw CrmException.invalid("search.error.tooLong", LONGEST_TEXT);
        }
        if (!question.filter().equals(Filter.ALL) && question.types().size() != 1) {
            throw CrmException.invalid("search.error.filterNeedsType");
        }
        Map<String, Filter> scopes = new LinkedHashMap<>();
        if (question.types().isEmpty()) {
            types.all().forEach(type -> scope(type, question, scopes));
        } else {
            for (String name : question.types()) {
                RecordTypeDescriptor type = types.named(name);
                if (access.readable(name).equals(Filter.NONE)) {
                    throw RecordTypes.unknown(name);
                }
                seen.refuseHidden(name, question.filter());
                scope(type, question, scopes);
            }
        }
        if (scopes.isEmpty()) {
            return new SearchAnswer(List.of(), 0, true, Map.of("type", List.of()), null);
        }
        Map<String, Set<String>> hidden = new HashMap<>();
        scopes.keySet().forEach(type -> hidden.put(type, access.fields(type).hidden()));
        return engine.get()
                .search(new SearchRequest(
                        question.text(),
                        scopes,
                        hidden,
                        question.facets(),
                        question.limit(),
                        question.cursor(),
                        keeper.generationOf(access.caller().username())));
    }

    private void scope(RecordTypeDescriptor type, SearchQuestion question, Map<String, Filter> scopes) {
        Filter scope = access.readable(type.name()).and(question.filter());
        if (!scope.equals(Filter.NONE)) {
            scopes.put(type.name(), scope);
        }
    }
}
