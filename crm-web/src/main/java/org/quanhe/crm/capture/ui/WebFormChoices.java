package org.quanhe.crm.capture.ui;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Stream;
import org.quanhe.crm.capture.WebForms;
import org.quanhe.crm.records.Filter;
import org.quanhe.crm.records.ListQuery;
import org.quanhe.crm.records.Records;
import org.quanhe.crm.shell.ui.Viewer;

/** What can be chosen while a web form is made. */
@Named
@RequestScoped
public class WebFormChoices {
    private static final int MOST = 200;
    private static final Choice NONE = new Choice("", "–");

    @Inject
    private WebForms forms;

    @Inject
    private Records records;

    @Inject
    private Viewer viewer;

    public List<Choice> getFields() {
        return Stream.concat(
                        Stream.of(NONE),
                        forms.askable().stream().map(field -> new Choice(field.name(), viewer.text(field.labelKey()))))
                .toList();
    }

    public List<Choice> getPurposes() {
        return forms.purposes().stream()
                .map(purpose ->
                        new Choice(purpose.code(), purpose.names().getOrDefault(viewer.language(), purpose.code())))
                .toList();
    }

    public List<Choice> getOwners() {
        return named(ListQuery.of("users").where(Filter.eq("active", true)).limitedTo(MOST));
    }

    public List<Choice> getTeams() {
        return named(ListQuery.of("teams").limitedTo(MOST));
    }

    private List<Choice> named(ListQuery query) {
        return Stream.concat(
                        Stream.of(NONE),
                        records.list(query).items().stream()
                                .map(record ->
                                        new Choice(Long.toString(record.ref().id()), record.title())))
                .toList();
    }

    public List<Choice> getLanguages() {
        return viewer.getLanguages().stream()
                .map(language -> new Choice(language.tag(), language.ownName()))
                .toList();
    }

    /** Something to choose; {@code code} is empty for nothing. */
    public record Choice(String code, String label) {}
}
