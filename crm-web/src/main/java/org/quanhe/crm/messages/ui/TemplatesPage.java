package org.quanhe.crm.messages.ui;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.quanhe.crm.messages.TemplateContent;
import org.quanhe.crm.messages.TemplateView;
import org.quanhe.crm.messages.Templates;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.shell.ui.Viewer;

/** All message templates. */
@Named
@RequestScoped
public class TemplatesPage {
    @Inject
    private Templates templates;

    @Inject
    private Viewer viewer;

    private List<TemplateView> all = List.of();

    @PostConstruct
    void open() {
        all = templates.all();
    }

    public List<Row> getRows() {
        return all.stream().map(this::row).toList();
    }

    private Row row(TemplateView template) {
        TemplateContent content = template.content();
        String faults = template.faults().stream()
                .map(fault -> viewer.texts().text(fault.message()))
                .distinct()
                .limit(3)
                .collect(Collectors.joining(" "));
        return new Row(
                template.id(),
                content.name(),
                content.code(),
                viewer.text("messages.template." + content.kind().code()),
                viewer.text(content.type() + ".type"),
                Stream.of(Language.values())
                        .filter(content.texts()::containsKey)
                        .map(Language::tag)
                        .collect(Collectors.joining(" · ")),
                faults);
    }

    /** A template; {@code faults} is empty where it can be used. */
    public record Row(long id, String name, String code, String kind, String type, String languages, String faults) {
        public String href() {
            return "template.xhtml?id=" + id;
        }
    }
}
