package org.quanhe.crm.search.ui;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.search.Search;
import org.quanhe.crm.shell.ui.Refusals;
import org.quanhe.crm.shell.ui.Viewer;

/** The state of the search index, and its rebuilding. */
@Named
@RequestScoped
public class IndexPage {
    @Inject
    private Search search;

    @Inject
    private Viewer viewer;

    private Search.@Nullable IndexState state;
    private String problem = "";

    public void rebuild() {
        try {
            search.rebuild();
        } catch (RuntimeException failed) {
            problem = viewer.text(Refusals.of(failed).orElseThrow(() -> failed));
        }
        state = null;
    }

    private Search.IndexState state() {
        if (state == null) {
            state = search.state();
        }
        return state;
    }

    public String getDocuments() {
        return viewer.told().number(state().documents());
    }

    public String getWaiting() {
        return viewer.told().number(state().waiting());
    }

    public boolean isRebuilding() {
        return state().rebuilding() >= 0;
    }

    public int getPercent() {
        return Math.max(0, state().rebuilding());
    }

    public String getProblem() {
        return problem;
    }
}
