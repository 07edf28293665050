package org.quanhe.crm.processes.ui;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.quanhe.crm.processes.ProcessView;
import org.quanhe.crm.processes.Processes;
import org.quanhe.crm.shell.ui.Viewer;

/** All processes, and the sample to begin from. */
@Named
@RequestScoped
public class ProcessesPage {
    @Inject
    private Processes processes;

    @Inject
    private Viewer viewer;

    private List<ProcessView> all = List.of();

    @PostConstruct
    void open() {
        all = processes.all();
    }

    /** Makes a draft of the sample. */
    public String sample() {
        return "/process.xhtml?faces-redirect=true&id=" + processes.sample().id();
    }

    public List<Row> getRows() {
        return all.stream()
                .map(one -> new Row(
                        one.id(),
                        told(one),
                        viewer.text(one.type() + ".type"),
                        one.state().name(),
                        viewer.text("ui.proc.state." + one.state().name()),
                        one.draft() && one.published() > 0,
                        one.published() == 0 ? "–" : viewer.told().number(one.published()),
                        viewer.told().number(one.running())))
                .toList();
    }

    private String told(ProcessView process) {
        String name = viewer.texts().text(process.name());
        return name.isEmpty() ? viewer.text("ui.untitled") : name;
    }

    /** A process. */
    public record Row(
            long id,
            String name,
            String type,
            String state,
            String stateLabel,
            boolean changed,
            String version,
            String running) {
        public String href() {
            return "process.xhtml?id=" + id;
        }

        public String timesHref() {
            return "times.xhtml?id=" + id;
        }
    }
}
