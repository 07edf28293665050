package org.quanhe.crm.dataquality.ui;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.dataquality.Doubles;
import org.quanhe.crm.dataquality.Doubles.Known;
import org.quanhe.crm.shell.ui.Links;
import org.quanhe.crm.shell.ui.Viewer;

/** Who may be in the CRM already, while somebody new is typed. */
@Named
@RequestScoped
public class Likely {
    @Inject
    private Doubles doubles;

    @Inject
    private Viewer viewer;

    @Inject
    private HttpServletRequest request;

    private List<Same> found = List.of();

    /** Something was typed that may tell who it is. */
    public void look() {
        found =
                doubles
                        .like(new Known(
                                one("f_name"), one("f_company"), all("phones.value"), all("emails.value"), null))
                        .stream()
                        .map(match -> new Same(
                                Links.record(
                                        match.record().type(), match.record().id()),
                                match.name(),
                                match.company(),
                                viewer.text(match.record().type() + ".type.one"),
                                match.reasons().stream()
                                        .map(viewer.texts()::text)
                                        .collect(Collectors.joining(", "))))
                        .toList();
    }

    private String one(String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value;
    }

    private List<String> all(String name) {
        String @Nullable [] values = request.getParameterValues(name);
        return values == null ? List.of() : Arrays.asList(values);
    }

    public List<Same> getFound() {
        return found;
    }

    /** Somebody who may be the same, as it is told. */
    public record Same(String href, String name, String company, String type, String reasons) {}
}
