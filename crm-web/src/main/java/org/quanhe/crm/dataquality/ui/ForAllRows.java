package org.quanhe.crm.dataquality.ui;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an import says for all rows, as it was typed, with room for more. */
@Named
@RequestScoped
public class ForAllRows {
    private static final String FOR_ALL = "=";
    private static final int MOST = 3;

    @Inject
    private HttpServletRequest request;

    public List<Said> getRows() {
        String @Nullable [] fields = request.getParameterValues("all.field");
        String @Nullable [] values = request.getParameterValues("all.value");
        List<Said> rows = new ArrayList<>();
        for (int i = 0; i < MOST; i++) {
            boolean said = fields != null && values != null && i < fields.length && i < values.length;
            rows.add(said ? new Said(fields[i], values[i]) : new Said("", ""));
        }
        return rows;
    }

    /** As entries of a mapping. */
    Map<String, String> mapping() {
        Map<String, String> mapping = new LinkedHashMap<>();
        getRows().stream()
                .filter(row -> !row.field().isEmpty())
                .forEach(row -> mapping.put(FOR_ALL + row.field(), row.value()));
        return mapping;
    }

    /** A field and what it is in all rows. */
    public record Said(String field, String value) {}
}
