package org.quanhe.crm.audit.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import org.quanhe.crm.audit.DocumentVersion;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.shell.ui.Viewer;

/** What an automation or a template said before, and what going back would change: {@code /WEB-INF/history.xhtml}. */
public class EarlierVersions {
    private final Viewer viewer;
    private final List<DocumentVersion> versions;
    private final IntFunction<List<LocalizedMessage>> restoring;
    private final String href;
    private final int back;

    /**
     * @param href address of the page, with the number of the thing
     * @param restoring what going back to that version would change
     */
    public EarlierVersions(
            Viewer viewer,
            HttpServletRequest request,
            String href,
            List<DocumentVersion> versions,
            IntFunction<List<LocalizedMessage>> restoring) {
        this.viewer = viewer;
        this.href = href;
        this.versions = versions;
        this.restoring = restoring;
        this.back = asked(request);
    }

    /** Number of the version that the reader wants back, 0 for none. */
    public static int asked(HttpServletRequest request) {
        String asked = Objects.requireNonNullElse(request.getParameter("back"), "");
        return asked.matches("\\d{1,9}") ? Integer.parseInt(asked) : 0;
    }

    public List<Row> getRows() {
        int newest = versions.isEmpty() ? 0 : versions.get(0).number();
        return versions.stream().map(version -> row(version, newest)).toList();
    }

    private Row row(DocumentVersion version, int newest) {
        Integer restores = version.restores();
        String brought = restores == null ? "" : viewer.text("ui.versions.restored", restores);
        String why = version.why().isEmpty() || brought.isEmpty()
                ? version.why() + brought
                : version.why() + " · " + brought;
        return new Row(
                viewer.text("ui.proc.version.n", version.number()),
                viewer.told().dateTime(version.at()),
                version.by(),
                why,
                version.changes().stream()
                        .map(change -> viewer.texts().text(change))
                        .toList(),
                version.number() == newest,
                href + "&back=" + version.number() + "#back");
    }

    public int getBack() {
        return versions.stream().anyMatch(version -> version.number() == back) ? back : 0;
    }

    public String getTitle() {
        return viewer.text("ui.publish.back", back);
    }

    /** What going back would change. */
    public List<String> getLines() {
        return getBack() == 0
                ? List.of()
                : restoring.apply(back).stream()
                        .map(line -> viewer.texts().text(line))
                        .toList();
    }

    public String getHref() {
        return href;
    }

    /** A version. */
    public record Row(
            String label, String at, String by, String why, List<String> changes, boolean current, String href) {}
}
