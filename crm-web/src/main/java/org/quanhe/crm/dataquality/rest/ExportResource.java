package org.quanhe.crm.dataquality.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.quanhe.crm.dataquality.Exports;
import org.quanhe.crm.identity.Accounts;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.platform.rest.RequestLanguage;
import org.quanhe.crm.records.Filter;
import org.quanhe.crm.records.FilterText;
import org.quanhe.crm.records.ListQuery;
import org.quanhe.crm.records.Metadata;
import org.quanhe.crm.records.RecordTypeView;

/** Lists as files. */
@Path("/{type}/export")
@RequestScoped
public class ExportResource {
    @Inject
    private Exports exports;

    @Inject
    private Metadata metadata;

    @Inject
    private Accounts accounts;

    @Inject
    private RequestLanguage request;

    @GET
    public Response export(
            @PathParam("type") String name,
            @QueryParam("format") @DefaultValue("csv") String format,
            @QueryParam("filter") @DefaultValue("") String filter,
            @QueryParam("q") @DefaultValue("") String text,
            @QueryParam("sort") @DefaultValue("") String sort,
            @QueryParam("columns") @DefaultValue("") String columns,
            @QueryParam("ids") @DefaultValue("") String ids) {
        RecordTypeView type = metadata.type(name);
        Exports.Format file = format(format);
        Filter condition = FilterText.parse(
                type, filter, filter.isEmpty() ? 0 : accounts.me().id());
        ListQuery query = new ListQuery(name, condition, text, sort, ListQuery.MAX_LIMIT, null);
        List<String> chosen = parts(columns);
        List<Long> only = parts(ids).stream().map(ExportResource::number).toList();
        Language language = request.language();
        StreamingOutput output = to -> exports.write(query, only, chosen, file, language, to);
        String mediaType = file == Exports.Format.CSV
                ? "text/csv; charset=UTF-8"
                : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        return Response.ok(output, mediaType)
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"" + name + "." + file.name().toLowerCase(Locale.ROOT) + "\"")
                .build();
    }

    private static List<String> parts(String list) {
        return Arrays.stream(list.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static Long number(String id) {
        try {
            return Long.valueOf(id);
        } catch (NumberFormatException noNumber) {
            String told = id.length() > 40 ? id.substring(0, 40) + "…" : id;
            throw CrmException.invalid("dataquality.error.noNumber", told);
        }
    }

    private static Exports.Format format(String format) {
        try {
            return Exports.Format.valueOf(format.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw CrmException.invalid(
                    "dataquality.error.unknownFormat", format.length() > 20 ? format.substring(0, 20) : format);
        }
    }
}
