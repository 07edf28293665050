package org.quanhe.crm.records.metadata.ui;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.records.metadata.Draft;
import org.quanhe.crm.records.metadata.MetadataEditing;
import org.quanhe.crm.records.metadata.Model;
import org.quanhe.crm.shell.ui.Refusals;
import org.quanhe.crm.shell.ui.Toasts;
import org.quanhe.crm.shell.ui.Viewer;

/** The draft that the administrator is working on: the newest of their own that waits. */
@Named
@RequestScoped
public class DraftInHand {
    @Inject
    private MetadataEditing editing;

    @Inject
    private Viewer viewer;

    @Inject
    private Toasts toasts;

    private @Nullable Optional<Draft> draft;
    private @Nullable Model model;
    private String problem = "";

    Optional<Draft> draft() {
        if (draft == null) {
            long me = viewer.id();
            draft = editing.waiting().stream()
                    .filter(waiting -> waiting.createdBy() == me)
                    .findFirst();
        }
        return draft;
    }

    /** Types and fields as the draft would make them; as they are where it does not fit any more. */
    Model model() {
        Model known = model;
        if (known == null) {
            try {
                known = draft().isPresent() ? editing.draftModel(draft().get().id()) : editing.published();
            } catch (RuntimeException failed) {
                CrmException refusal = Refusals.of(failed).orElseThrow(() -> failed);
                problem = viewer.text("ui.shape.stale") + " " + told(refusal);
                known = editing.published();
            }
            model = known;
        }
        return known;
    }

    /** What is in force. */
    Model published() {
        return editing.published();
    }

    /** Adds a change; throws what is wrong with it, and then keeps nothing. */
    void add(Map<String, ?> change) {
        List<Object> changes = new ArrayList<>(draft().map(Draft::changes).orElse(List.of()));
        changes.add(change);
        draft = Optional.of(
                draft().isPresent()
                        ? editing.redraft(
                                draft().get().id(), changes, draft().get().why())
                        : editing.draft(changes, ""));
        model = null;
    }

    private String told(CrmException refusal) {
        StringBuilder text = new StringBuilder(viewer.text(refusal));
        refusal.violations().forEach(violation -> text.append(' ')
                .append(violation.field())
                .append(": ")
                .append(viewer.texts().text(violation.message())));
        return text.toString();
    }

    public String discard() {
        draft().ifPresent(waiting -> editing.discard(waiting.id()));
        toasts.say(viewer.text("ui.shape.discarded"));
        return "/types.xhtml?faces-redirect=true";
    }

    public boolean isThere() {
        return draft().isPresent();
    }

    public String getCount() {
        return viewer.text(
                "ui.shape.changes",
                draft().map(waiting -> waiting.changes().size() + waiting.things())
                        .orElse(0));
    }

    public String getReviewHref() {
        return "publish.xhtml?draft=" + draft().map(Draft::id).orElse(0L);
    }

    /** The draft does not fit what was published meanwhile; empty if it does. */
    public String getProblem() {
        model();
        return problem;
    }
}
