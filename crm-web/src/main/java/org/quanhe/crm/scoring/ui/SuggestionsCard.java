package org.quanhe.crm.scoring.ui;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.scoring.ScoreModels;
import org.quanhe.crm.scoring.ScoreSuggestions;
import org.quanhe.crm.scoring.ScoreSuggestions.Suggestion;
import org.quanhe.crm.shell.ui.Refusals;
import org.quanhe.crm.shell.ui.Toasts;
import org.quanhe.crm.shell.ui.Viewer;

/** Criteria that won deals suggest, beside the model: asked for by {@code ?suggest=true}. */
@Named
@RequestScoped
public class SuggestionsCard {
    private static final String HERE = "/scoring.xhtml?faces-redirect=true&suggest=true";

    @Inject
    private ScoreModels models;

    @Inject
    private Viewer viewer;

    @Inject
    private Toasts toasts;

    @Inject
    private HttpServletRequest request;

    private @Nullable ScoreSuggestions found;
    private String problem = "";

    @PostConstruct
    void open() {
        if ("true".equals(request.getParameter("suggest"))) {
            try {
                found = models.suggestions();
            } catch (RuntimeException failed) {
                problem = viewer.text(Refusals.of(failed).orElseThrow(() -> failed));
            }
        }
    }

    /** Adds a suggestion to the draft that is shown. */
    public @Nullable String adopt(String key) {
        try {
            String label = getRows().stream()
                    .filter(row -> row.key().equals(key))
                    .map(Row::label)
                    .findFirst()
                    .orElse("");
            models.adopt(key, null);
            toasts.say(viewer.text("ui.scoring.suggest.done", label));
            return HERE;
        } catch (RuntimeException failed) {
            CrmException refusal = Refusals.of(failed).orElseThrow(() -> failed);
            problem = viewer.text(refusal);
            return null;
        }
    }

    public boolean isShown() {
        return found != null || !problem.isEmpty();
    }

    public String getProblem() {
        return problem;
    }

    /** What it is worked out from, or how much is missing. */
    public String getBasis() {
        ScoreSuggestions known = found;
        if (known == null) {
            return "";
        }
        return known.missing() > 0
                ? viewer.text(
                        "scoring.suggest.missing",
                        known.won(),
                        known.lost(),
                        known.missing(),
                        known.missingWon(),
                        known.missingLost())
                : viewer.text(
                        "scoring.suggest.basis",
                        known.won(),
                        known.lost(),
                        known.examined(),
                        ScoreSuggestions.FEWEST_WITH);
    }

    public boolean isEnough() {
        return found != null && found.missing() == 0;
    }

    /** How many closed deals came from no lead, empty for none. */
    public String getWithoutLead() {
        return found == null || found.withoutLead() == 0
                ? ""
                : viewer.text("scoring.suggest.noLead", found.withoutLead());
    }

    public String getLeftOut() {
        return found == null
                ? ""
                : viewer.text(
                        "scoring.suggest.leftOut",
                        found.leftOut().stream().map(viewer.texts()::text).collect(Collectors.joining(", ")));
    }

    public List<Row> getRows() {
        return found == null
                ? List.of()
                : found.suggestions().stream().map(this::row).toList();
    }

    private Row row(Suggestion one) {
        return new Row(
                one.key(),
                viewer.texts().text(one.label()),
                viewer.texts().text(one.words()),
                (one.points() > 0 ? "+" : "−") + viewer.told().number(Math.abs((long) one.points())),
                one.points() < 0,
                one.adopted());
    }

    /** A suggestion. */
    public record Row(String key, String label, String words, String points, boolean less, boolean adopted) {}
}
