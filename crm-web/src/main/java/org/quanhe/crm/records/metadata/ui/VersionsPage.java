package org.quanhe.crm.records.metadata.ui;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import org.quanhe.crm.records.metadata.MetadataEditing;
import org.quanhe.crm.records.metadata.PublishedVersion;
import org.quanhe.crm.shell.ui.Viewer;

/** What was published, by whom, when and why; each version can be brought back. */
@Named
@RequestScoped
public class VersionsPage {
    @Inject
    private MetadataEditing editing;

    @Inject
    private Viewer viewer;

    private List<Row> rows = List.of();

    @PostConstruct
    void open() {
        long current = editing.number();
        List<Row> all = new ArrayList<>();
        editing.versions().forEach(version -> all.add(row(version, version.number() == current)));
        all.add(new Row(0, "", "", viewer.text("ui.versions.delivered"), current == 0));
        rows = all;
    }

    private Row row(PublishedVersion version, boolean current) {
        Long restores = version.restores();
        String back = restores == null ? "" : viewer.text("ui.versions.restored", restores);
        return new Row(
                version.number(),
                viewer.told().dateTime(version.at()),
                version.by(),
                version.why().isEmpty() ? back : version.why() + (back.isEmpty() ? "" : " · " + back),
                current);
    }

    public List<Row> getRows() {
        return rows;
    }

    /** A version. */
    public record Row(long number, String at, String by, String why, boolean current) {
        public String href() {
            return "publish.xhtml?version=" + number;
        }
    }
}
