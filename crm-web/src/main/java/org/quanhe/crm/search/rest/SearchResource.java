package org.quanhe.crm.search.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.stream.JsonGenerator;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.identity.Accounts;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.rest.JsonAnswer;
import org.quanhe.crm.platform.rest.RequestLanguage;
import org.quanhe.crm.records.FacetLiteral;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.Filter;
import org.quanhe.crm.records.FilterText;
import org.quanhe.crm.records.ListQuery;
import org.quanhe.crm.records.Metadata;
import org.quanhe.crm.search.Search;
import org.quanhe.crm.search.SearchAnswer;
import org.quanhe.crm.search.SearchIndex;
import org.quanhe.crm.search.SearchQuestion;

/** The search box over REST. */
@Path("/search")
@ApplicationScoped
public class SearchResource {
    private static final String CHOSEN = "by.";

    @Inject
    private Search search;

    @Inject
    private SearchIndex index;

    @Inject
    private RequestLanguage language;

    @Inject
    private Metadata metadata;

    @Inject
    private Accounts accounts;

    @GET
    public Response find(
            @QueryParam("q") @DefaultValue("") String text,
            @QueryParam("type") @DefaultValue("") String types,
            @QueryParam("filter") @DefaultValue("") String filter,
            @QueryParam("facets") @DefaultValue("") String facets,
            @QueryParam("limit") @DefaultValue("20") String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo address) {
        List<String> wanted = list(types);
        Filter condition = filter.isBlank()
                ? Filter.ALL
                : wanted.size() == 1
                        ? FilterText.parse(
                                metadata.type(wanted.get(0)),
                                filter,
                                accounts.me().id())
                        : refuse();
        SearchAnswer answer = search.find(new SearchQuestion(
                        text,
                        wanted,
                        condition,
                        list(facets),
                        number(limit),
                        cursor == null || cursor.isEmpty() ? null : cursor)
                .choosing(chosen(wanted, address.getQueryParameters())));
        Optional<Instant> behind = index.behindSince();
        return JsonAnswer.ok(json -> {
            json.writeStartObject();
            behind.ifPresent(since -> behind(json, since));
            write(json, answer);
            json.writeEnd();
        });
    }

    /** Values of facets, as the page of results has them in its address: {@code by.city=Huế}. */
    private Map<String, List<Object>> chosen(List<String> types, MultivaluedMap<String, String> parameters) {
        Map<String, List<Object>> chosen = new LinkedHashMap<>();
        parameters.forEach((name, values) -> {
            if (name.startsWith(CHOSEN)) {
                if (types.size() != 1) {
                    refuse();
                }
                String field = name.substring(CHOSEN.length());
                FieldView view = metadata.type(types.get(0))
                        .find(field)
                        .orElseThrow(() ->
                                CrmException.invalidField(name, LocalizedMessage.of("records.error.unknownField")));
                chosen.put(
                        field,
                        values.stream().map(value -> literal(name, view, value)).toList());
            }
        });
        return chosen;
    }

    private static Object literal(String name, FieldView field, String value) {
        return FacetLiteral.of(field, value)
                .orElseThrow(() -> CrmException.invalidField(name, LocalizedMessage.of("search.error.noValue", value)));
    }

    private static Filter refuse() {
        throw CrmException.invalid("search.error.filterNeedsType");
    }

    private static List<String> list(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static int number(String limit) {
        try {
            return Integer.parseInt(limit.strip());
        } catch (NumberFormatException noNumber) {
            throw CrmException.invalid("records.error.limit", ListQuery.MAX_LIMIT);
        }
    }

    /** What was saved since may be missing among the hits. */
    private void behind(JsonGenerator json, Instant since) {
        json.writeStartObject("behind")
                .write("since", since.toString())
                .write("text", LocalizedMessage.of("search.behind").in(language.language()))
                .writeEnd();
    }

    private static void write(JsonGenerator json, SearchAnswer answer) {
        json.writeStartArray("hits");
        answer.hits().forEach(hit -> hit(json, hit));
        json.writeEnd();
        json.writeStartObject("total")
                .write("value", answer.total())
                .write("exact", answer.exact())
                .writeEnd();
        json.writeStartObject("facets");
        answer.facets().forEach((field, values) -> {
            json.writeStartArray(field);
            values.forEach(value -> json.writeStartObject()
                    .write("value", value.value())
                    .write("count", value.count())
                    .write("exact", value.exact())
                    .writeEnd());
            json.writeEnd();
        });
        json.writeEnd();
        text(json, "next", answer.next());
        json.write("reach", answer.reach().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        text(json, "meant", answer.meant());
    }

    private static void text(JsonGenerator json, String name, @Nullable String text) {
        if (text == null) {
            json.writeNull(name);
        } else {
            json.write(name, text);
        }
    }

    private static void hit(JsonGenerator json, SearchAnswer.Hit hit) {
        json.writeStartObject()
                .write("type", hit.ref().type())
                .write("id", hit.ref().id())
                .write("title", hit.title())
                .write("subtitle", hit.subtitle());
        String externalId = hit.values().get("externalId");
        if (externalId != null) {
            json.write("externalId", externalId);
        }
        json.writeStartArray("highlights");
        hit.highlights().forEach(highlight -> {
            json.writeStartObject().write("field", highlight.field()).write("text", highlight.text());
            json.writeStartArray("marks");
            highlight.marks().forEach(mark -> json.writeStartObject()
                    .write("start", mark.start())
                    .write("end", mark.end())
                    .writeEnd());
            json.writeEnd().writeEnd();
        });
        json.writeEnd().writeEnd();
    }
}
