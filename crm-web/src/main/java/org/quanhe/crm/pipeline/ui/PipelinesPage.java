package org.quanhe.crm.pipeline.ui;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Collectors;
import org.quanhe.crm.pipeline.PipelineView;
import org.quanhe.crm.pipeline.Pipelines;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.shell.ui.Links;
import org.quanhe.crm.shell.ui.Viewer;

/** All pipelines, for administrators. */
@Named
@RequestScoped
public class PipelinesPage {
    @Inject
    private Pipelines pipelines;

    @Inject
    private Viewer viewer;

    private List<PipelineView> all = List.of();

    @PostConstruct
    void open() {
        if (!viewer.isAdministrator()) {
            throw CrmException.forbidden("identity.error.administratorsOnly");
        }
        all = pipelines.all();
    }

    public List<Row> getRows() {
        return all.stream()
                .map(one -> new Row(
                        "pipeline.xhtml?code=" + Links.encode(one.code()),
                        viewer.texts().text(one.name()),
                        one.open().stream()
                                .map(stage -> viewer.texts().text(stage.name()))
                                .collect(Collectors.joining(" → ")),
                        viewer.told()
                                .number(pipelines.standing(one.code()).values().stream()
                                        .mapToLong(Long::longValue)
                                        .sum())))
                .toList();
    }

    /** A pipeline. */
    public record Row(String href, String name, String stages, String count) {}
}
