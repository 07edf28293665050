package org.quanhe.crm.records.ui;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.records.Filter;
import org.quanhe.crm.records.ListQuery;
import org.quanhe.crm.records.Records;
import org.quanhe.crm.search.Search;
import org.quanhe.crm.search.SearchQuestion;
import org.quanhe.crm.shell.ui.Refusals;
import org.quanhe.crm.shell.ui.Viewer;

/** Records to point to: their names, and those that fit what is typed. */
@Named
@RequestScoped
public class References {
    private static final int OFFERED = 10;

    @Inject
    private Records records;

    @Inject
    private Search search;

    @Inject
    private Viewer viewer;

    private final Map<String, String> known = new HashMap<>();

    /** The record's name, or that it is not to be seen. */
    String title(RecordRef ref) {
        return known.computeIfAbsent(ref.key(), key -> {
            try {
                return records.open(ref).title();
            } catch (RuntimeException failed) {
                Refusals.of(failed).orElseThrow(() -> failed);
                return viewer.text("ui.reference.hidden");
            }
        });
    }

    /** Records of the field's target that fit; the first ones by name while nothing is typed. */
    public List<RefChoice> complete(String typed) {
        UIComponent field = UIComponent.getCurrentComponent(FacesContext.getCurrentInstance());
        String target = field.getAttributes().get("target").toString();
        if (typed.isBlank()) {
            return records.list(ListQuery.of(target).limitedTo(OFFERED)).items().stream()
                    .map(record -> new RefChoice(record.ref().id(), record.title()))
                    .toList();
        }
        return search
                .find(new SearchQuestion(typed, List.of(target), Filter.ALL, List.of(), OFFERED, null))
                .hits()
                .stream()
                .map(hit -> new RefChoice(hit.ref().id(), hit.title()))
                .toList();
    }
}
