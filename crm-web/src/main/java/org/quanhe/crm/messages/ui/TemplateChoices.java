package org.quanhe.crm.messages.ui;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.quanhe.crm.messages.MessageKind;
import org.quanhe.crm.messages.TemplateView;
import org.quanhe.crm.messages.Templates;
import org.quanhe.crm.messages.TextParts;
import org.quanhe.crm.privacy.Consents;
import org.quanhe.crm.records.ListQuery;
import org.quanhe.crm.records.Metadata;
import org.quanhe.crm.records.RecordTypeView;
import org.quanhe.crm.records.Records;
import org.quanhe.crm.shell.ui.Viewer;

/** What can be chosen while a template is written. */
@Named
@RequestScoped
public class TemplateChoices {
    private static final int RECORDS = 30;

    @Inject
    private Templates templates;

    @Inject
    private Metadata metadata;

    @Inject
    private Records records;

    @Inject
    private Consents consents;

    @Inject
    private Viewer viewer;

    public List<Option> getTypes() {
        return metadata.allTypes().stream()
                .map(one -> new Option(one.name(), viewer.text(one.name() + ".type")))
                .toList();
    }

    public List<Option> getKinds() {
        return Stream.of(MessageKind.values())
                .map(kind -> new Option(kind.code(), viewer.text("messages.template." + kind.code())))
                .toList();
    }

    /** What readers can be asked to agree to. */
    public List<Option> getPurposes() {
        return consents.purposes().purposes().stream()
                .filter(purpose -> !purpose.retired())
                .map(purpose ->
                        new Option(purpose.code(), purpose.names().getOrDefault(viewer.language(), purpose.code())))
                .toList();
    }

    public List<Option> getLanguages() {
        return viewer.getLanguages().stream()
                .map(language -> new Option(language.tag(), language.ownName()))
                .toList();
    }

    /** Codes of mail templates for the type. */
    public List<Option> mails(String type) {
        return templates.all().stream()
                .map(TemplateView::content)
                .filter(content ->
                        content.kind() == MessageKind.MAIL && content.type().equals(type))
                .map(content -> new Option(content.code(), content.name()))
                .toList();
    }

    /** Into how many parts a short text is cut, with what it has and may have. */
    String parts(String text) {
        TextParts parts = TextParts.of(text);
        return viewer.text(
                "messages.template.text.parts",
                parts.parts(),
                viewer.told().number(parts.used()),
                viewer.told().number(parts.room()));
    }

    /** Records of the type to preview with, those that lists begin with. */
    public List<Option> records(String type) {
        return type(type).isEmpty()
                ? List.of()
                : records.list(ListQuery.of(type).limitedTo(RECORDS)).items().stream()
                        .map(record -> new Option(Long.toString(record.ref().id()), record.title()))
                        .toList();
    }

    /** What can be merged, with its label. */
    public List<Option> mergeFields(String name) {
        Optional<RecordTypeView> type = type(name);
        return templates.mergeFields(name).stream()
                .map(path -> new Option(
                        "{{" + path + "}}",
                        type.map(known -> label(known, path)).orElse(path)))
                .toList();
    }

    private String label(RecordTypeView type, String path) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            return type.find(path).map(field -> viewer.text(field.labelKey())).orElse(path);
        }
        String first = path.substring(0, dot);
        String target = type.find(first).map(field -> field.target()).orElse("");
        String second =
                type(target).map(other -> label(other, path.substring(dot + 1))).orElse("");
        return label(type, first) + " › " + second;
    }

    private Optional<RecordTypeView> type(String name) {
        return metadata.allTypes().stream()
                .filter(one -> one.name().equals(name))
                .findFirst();
    }

    /** A code and what it says. */
    public record Option(String code, String label) {}
}
