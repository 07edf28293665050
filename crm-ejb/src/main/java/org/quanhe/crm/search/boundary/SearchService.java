package org.quanhe.crm.search.boundary;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.records.Filter;
import org.quanhe.crm.records.ListQuery;
import org.quanhe.crm.records.control.RecordTypeDescriptor;
import org.quanhe.crm.records.control.RecordTypes;
import org.quanhe.crm.records.control.RecordViews;
import org.quanhe.crm.records.control.SeenTypes;
import org.quanhe.crm.records.entity.RecordEntity;
import org.quanhe.crm.records.spi.Access;
import org.quanhe.crm.search.Search;
import org.quanhe.crm.search.SearchAnswer;
import org.quanhe.crm.search.SearchExplanation;
import org.quanhe.crm.search.SearchExplanation.Obstacle;
import org.quanhe.crm.search.SearchQuestion;
import org.quanhe.crm.search.control.IndexKeeper;
import org.quanhe.crm.search.control.OpenedByUser;
import org.quanhe.crm.search.control.SearchEngine;
import org.quanhe.crm.search.spi.SearchRequest;

/** The search box. The reader's rights are part of the query: what may not be seen is never found, counted or shown. */
@Stateless
@Local(Search.class)
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class SearchService implements Search {
    private static final int LONGEST_TEXT = 1_000;
    private static final int FAVOURITES = 20;
    private static final String TYPE = "type";

    @Inject
    private SearchEngine engine;

    @Inject
    private IndexKeeper keeper;

    @Inject
    private RecordTypes types;

    @Inject
    private SeenTypes seen;

    @Inject
    private RecordViews views;

    @Inject
    private OpenedByUser opened;

    @Inject
    private Access access;

    @Override
    public SearchAnswer find(SearchQuestion question) {
        refuseMisshapen(question);
        SearchRequest request = request(question);
        return request.scopes().isEmpty() ? SearchAnswer.NOTHING : engine.get().search(request);
    }

    private static void refuseMisshapen(SearchQuestion question) {
        if (question.limit() < 1 || question.limit() > ListQuery.MAX_LIMIT) {
            throw CrmException.invalid("records.error.limit", ListQuery.MAX_LIMIT);
        }
        if (question.text().length() > LONGEST_TEXT) {
            throw CrmException.invalid("search.error.tooLong", LONGEST_TEXT);
        }
        if (!question.filter().equals(Filter.ALL) && question.types().size() != 1) {
            throw CrmException.invalid("search.error.filterNeedsType");
        }
    }

    /** The question with the caller's rights in it. */
    private SearchRequest request(SearchQuestion question) {
        Map<String, Filter> scopes = new LinkedHashMap<>();
        if (question.types().isEmpty()) {
            types.all().forEach(type -> scope(type, question, scopes));
        } else {
            for (String name : question.types()) {
                seen.readable(name);
                seen.refuseHidden(name, question.filter());
                scope(types.named(name), question, scopes);
            }
        }
        refuseUnknown(question);
        Map<String, Set<String>> hidden = new HashMap<>();
        scopes.keySet().forEach(type -> hidden.put(type, access.fields(type).hidden()));
        return new SearchRequest(
                question.text(),
                scopes,
                hidden,
                question.chosen(),
                question.facets(),
                question.limit(),
                question.cursor(),
                question.suggesting() ? opened.often(access.caller().id(), FAVOURITES) : List.of(),
                keeper.generationOf(access.caller().username()));
    }

    /** Refuses chosen types and fields that the caller does not see. */
    private void refuseUnknown(SearchQuestion question) {
        List<String> chosen = question.chosen().getOrDefault(TYPE, List.of()).stream()
                .map(Object::toString)
                .toList();
        chosen.forEach(seen::readable);
        List<String> asked = chosen.isEmpty() ? question.types() : chosen;
        question.chosen().forEach((field, values) -> {
            if (!field.equals(TYPE)) {
                if (asked.size() != 1) {
                    throw CrmException.invalid("search.error.filterNeedsType");
                }
                if (!seen.readable(asked.get(0)).fields().containsKey(field)) {
                    throw CrmException.invalidField(field, LocalizedMessage.of("records.error.unknownField"));
                }
            }
        });
    }

    @Override
    public SearchExplanation explain(SearchQuestion question, RecordRef record, @Nullable Long user) {
        if (!access.caller().administrator()) {
            throw CrmException.forbidden("identity.error.administratorsOnly");
        }
        refuseMisshapen(question);
        String reader = user == null ? access.caller().username() : username(user);
        return access.as(reader, () -> explained(question, record));
    }

    /** Asked as the reader; what the index cannot tell from a condition is told by the database. */
    private SearchExplanation explained(SearchQuestion question, RecordRef record) {
        RecordTypeDescriptor type = types.named(record.type());
        SearchExplanation told = engine.get().explain(request(seenBy(question)), record);
        Set<Obstacle> obstacles = EnumSet.noneOf(Obstacle.class);
        obstacles.addAll(told.obstacles());
        if (obstacles.contains(Obstacle.ABSENT)) {
            return told;
        }
        boolean outside = obstacles.remove(Obstacle.RIGHT);
        boolean wanted = question.types().isEmpty() || question.types().contains(record.type());
        boolean narrowed = !wanted || !question.filter().equals(Filter.ALL);
        if (views.visible(type, record.id()) == null) {
            obstacles.add(Obstacle.RIGHT);
        } else if (outside) {
            obstacles.add(narrowed ? Obstacle.FILTER : Obstacle.BEHIND);
        }
        return told.hinderedBy(obstacles);
    }

    /** The question as far as the caller may ask it: who reads no records of a type cannot ask for the type. */
    private SearchQuestion seenBy(SearchQuestion question) {
        boolean all = question.types().stream().allMatch(this::readable)
                && question.chosen().getOrDefault(TYPE, List.of()).stream().allMatch(type -> readable(type.toString()));
        return all ? question : SearchQuestion.of(question.text());
    }

    private boolean readable(String type) {
        return !access.readable(type).equals(Filter.NONE);
    }

    private String username(long user) {
        RecordTypeDescriptor users = types.named("users");
        RecordEntity entity = views.visible(users, user);
        if (entity == null) {
            throw CrmException.notFound(new RecordRef("users", user));
        }
        Map<String, Object> values = RecordViews.values(users, entity);
        if (!Boolean.TRUE.equals(values.get("active"))) {
            throw CrmException.invalid("search.error.inactive", entity.title());
        }
        return values.get("username").toString();
    }

    private void scope(RecordTypeDescriptor type, SearchQuestion question, Map<String, Filter> scopes) {
        Filter scope = access.readable(type.name()).and(question.filter());
        if (!scope.equals(Filter.NONE)) {
            scopes.put(type.name(), scope);
        }
    }
}
