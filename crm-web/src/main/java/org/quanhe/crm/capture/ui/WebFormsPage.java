package org.quanhe.crm.capture.ui;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Collectors;
import org.quanhe.crm.capture.WebFormContent;
import org.quanhe.crm.capture.WebFormView;
import org.quanhe.crm.capture.WebForms;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.shell.ui.Viewer;

/** All web forms. */
@Named
@RequestScoped
public class WebFormsPage {
    @Inject
    private WebForms forms;

    @Inject
    private Viewer viewer;

    private List<WebFormView> all = List.of();

    @PostConstruct
    void open() {
        all = forms.all();
    }

    public List<Row> getRows() {
        return all.stream().map(this::row).toList();
    }

    private Row row(WebFormView form) {
        WebFormContent content = form.content();
        String faults = form.faults().stream()
                .map(fault -> viewer.texts().text(fault.message()))
                .distinct()
                .limit(3)
                .collect(Collectors.joining(" "));
        String state = !faults.isEmpty() ? "misfits" : content.published() ? "published" : "off";
        return new Row(
                form.id(),
                content.name(),
                content.code(),
                content.languages().stream().map(Language::tag).collect(Collectors.joining(" · ")),
                viewer.told().number(form.sent()),
                viewer.told().number(form.known()),
                viewer.text("capture.page." + state),
                faults.isEmpty() ? content.published() ? "is-ok" : "" : "is-bad",
                faults);
    }

    /** A form; {@code faults} is empty where it fits. */
    public record Row(
            long id,
            String name,
            String code,
            String languages,
            String sent,
            String known,
            String state,
            String look,
            String faults) {
        public String href() {
            return "webform.xhtml?id=" + id;
        }
    }
}
