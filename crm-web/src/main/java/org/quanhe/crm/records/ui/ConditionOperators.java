package org.quanhe.crm.records.ui;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.quanhe.crm.shell.ui.Viewer;

/** The operators that rows of conditions offer, in the reader's language. */
@Named
@RequestScoped
public class ConditionOperators {
    @Inject
    private Viewer viewer;

    public List<Operator> getAll() {
        return ConditionRows.OPERATORS.stream()
                .map(code -> new Operator(code, viewer.text("ui.auto.op." + code)))
                .toList();
    }

    /** An operator, and how it is called. */
    public record Operator(String code, String label) {}
}
