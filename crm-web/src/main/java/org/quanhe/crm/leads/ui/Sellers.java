package org.quanhe.crm.leads.ui;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.quanhe.crm.records.Filter;
import org.quanhe.crm.records.ListQuery;
import org.quanhe.crm.records.Records;

/** Colleagues who can be asked to accept a lead. */
@RequestScoped
public class Sellers {
    private static final int MOST = 200;

    @Inject
    private Records records;

    /** Active users that the viewer may see, by name. */
    public List<Option> all() {
        return records
                .list(ListQuery.of("users").where(Filter.eq("active", true)).limitedTo(MOST))
                .items()
                .stream()
                .map(user -> new Option(user.ref().id(), user.title()))
                .toList();
    }

    /** A colleague. */
    public record Option(long id, String name) {}
}
