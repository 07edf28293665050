package org.quanhe.crm.activities.ui;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.activities.Promises;

/** What a customer was promised, on the customer's page. */
@Named
@RequestScoped
public class PromiseCard {
    private static final int SHOWN = 20;

    @Inject
    private Promises promises;

    @Inject
    private PromiseRows rows;

    @Inject
    private HttpServletRequest request;

    private @Nullable List<PromiseRows.Row> open;

    public List<PromiseRows.Row> getOpen() {
        if (open == null) {
            String id = Objects.requireNonNullElse(request.getParameter("id"), "");
            boolean customer = "customers".equals(request.getParameter("type")) && id.matches("\\d{1,18}");
            open = customer
                    ? rows.of(promises.given(null, Long.valueOf(id), null, null, SHOWN)
                            .items())
                    : List.of();
        }
        return open;
    }

    /** One of them is overdue. */
    public boolean isLate() {
        return getOpen().stream().anyMatch(PromiseRows.Row::late);
    }
}
