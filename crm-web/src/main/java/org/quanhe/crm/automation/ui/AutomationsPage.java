package org.quanhe.crm.automation.ui;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.quanhe.crm.automation.AutomationView;
import org.quanhe.crm.automation.Automations;
import org.quanhe.crm.shell.ui.Viewer;

/** All automations, and what waits. */
@Named
@RequestScoped
public class AutomationsPage {
    private static final int MOST_WAITING = 20;

    @Inject
    private Automations automations;

    @Inject
    private Viewer viewer;

    private List<AutomationView> all = List.of();

    @PostConstruct
    void open() {
        all = automations.all();
    }

    public List<Row> getRows() {
        return all.stream()
                .map(one -> new Row(
                        one.id(),
                        one.name(),
                        viewer.text(one.type() + ".type"),
                        one.active(),
                        one.stopped(),
                        viewer.told().number(one.waiting()),
                        viewer.told().number(one.done()),
                        viewer.told().number(one.failed())))
                .toList();
    }

    public List<Waiting> getWaiting() {
        return automations.waiting(MOST_WAITING).stream()
                .map(run -> new Waiting(
                        run.automation(),
                        run.name(),
                        run.title(),
                        run.nextAt() == null ? "" : viewer.told().dateTime(run.nextAt())))
                .toList();
    }

    /** An automation. */
    public record Row(
            long id,
            String name,
            String type,
            boolean active,
            String stopped,
            String waiting,
            String done,
            String failed) {
        public String href() {
            return "automation.xhtml?id=" + id;
        }
    }

    /** A run that goes on later. */
    public record Waiting(long automation, String name, String title, String at) {
        public String href() {
            return "automation.xhtml?id=" + automation;
        }
    }
}
