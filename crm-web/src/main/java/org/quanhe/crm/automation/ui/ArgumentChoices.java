package org.quanhe.crm.automation.ui;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.quanhe.crm.automation.Automations;
import org.quanhe.crm.automation.Parameter;
import org.quanhe.crm.automation.ui.AutomationPage.Option;
import org.quanhe.crm.messages.TemplateView;
import org.quanhe.crm.messages.Templates;
import org.quanhe.crm.processes.ProcessView;
import org.quanhe.crm.processes.Processes;
import org.quanhe.crm.records.FieldKind;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.ListQuery;
import org.quanhe.crm.records.Metadata;
import org.quanhe.crm.records.RecordTypeView;
import org.quanhe.crm.records.Records;
import org.quanhe.crm.shell.ui.Viewer;

/** What can be chosen for an argument, by the names that people know. */
@RequestScoped
class ArgumentChoices {
    static final String PROCESSES = "processes";

    @Inject
    private Metadata metadata;

    @Inject
    private Records records;

    @Inject
    private Templates templates;

    @Inject
    private Processes processes;

    @Inject
    private Viewer viewer;

    private final Map<String, List<Option>> known = new HashMap<>();

    /** The choices, and what stands there already even if it is none of them. */
    List<Option> of(Parameter parameter, Automations.Word word, Optional<RecordTypeView> type, String value) {
        String texts = word.texts() + "." + parameter.name();
        List<Option> options = new ArrayList<>();
        offered(parameter, texts, type)
                .filter(option -> parameter.required()
                        || !option.code().equals(parameter.otherwise())
                        || option.code().equals(value))
                .forEach(options::add);
        if (!value.isEmpty()
                && options.stream().noneMatch(option -> option.code().equals(value))) {
            options.add(new Option(value, value));
        }
        return options;
    }

    /** True if that can be chosen. */
    boolean offer(Parameter parameter, Automations.Word word, Optional<RecordTypeView> type, String value) {
        return offered(parameter, word.texts() + "." + parameter.name(), type)
                .anyMatch(option -> option.code().equals(value));
    }

    /** What is said where nothing is chosen: what counts then. */
    String unchosen(Parameter parameter, Automations.Word word) {
        if (parameter.required()) {
            return "–";
        }
        String texts = word.texts() + "." + parameter.name();
        return viewer.texts()
                .find(texts + ".empty")
                .or(() -> viewer.texts().find(texts + "." + parameter.otherwise()))
                .orElse("–");
    }

    private Stream<Option> offered(Parameter parameter, String texts, Optional<RecordTypeView> type) {
        Stream<Option> coded = parameter.choices().stream()
                .map(code ->
                        new Option(code, viewer.texts().find(texts + "." + code).orElse(code)));
        return switch (parameter.kind()) {
            case YES_NO -> yesNo();
            case FIELD -> fields(type, parameter.target());
            case MOMENT -> moments(type);
            case RECORD -> records(parameter.target(), type);
            case TYPE ->
                metadata.allTypes().stream().map(one -> new Option(one.name(), viewer.text(one.name() + ".type")));
            case TEMPLATE -> templates(parameter.target(), type);
            case RECIPIENT -> Stream.concat(coded, records("users", type));
            case ADDRESS ->
                Stream.concat(
                        coded,
                        addresses(type, parameter.target().isEmpty() ? FieldKind.EMAIL.name() : parameter.target()));
            default -> coded;
        };
    }

    Stream<Option> yesNo() {
        return Stream.of(new Option("true", viewer.text("ui.yes")), new Option("false", viewer.text("ui.no")));
    }

    /** Fields whose values can be named. */
    Stream<Option> fields(Optional<RecordTypeView> type) {
        return fields(type, "");
    }

    private Stream<Option> fields(Optional<RecordTypeView> type, String kind) {
        return type.map(RecordTypeView::fields).orElse(List.of()).stream()
                .filter(field -> kind.isEmpty()
                        ? !field.kind().contactList()
                        : field.kind().name().equals(kind))
                .map(this::option);
    }

    private Stream<Option> moments(Optional<RecordTypeView> type) {
        return type.map(RecordTypeView::fields).orElse(List.of()).stream()
                .filter(field -> field.kind() == FieldKind.DATE || field.kind() == FieldKind.DATE_TIME)
                .map(this::option);
    }

    private Option option(FieldView field) {
        return new Option(field.name(), viewer.text(field.labelKey()));
    }

    /** Records of that type by their names, the first of them where there are many. */
    Stream<Option> records(String target, Optional<RecordTypeView> type) {
        if (target.equals(PROCESSES)) {
            return processes.all().stream()
                    .filter(process -> process.published() > 0
                            && type.filter(own -> own.name().equals(process.type()))
                                    .isPresent())
                    .map(this::option);
        }
        return known
                .computeIfAbsent(
                        target,
                        asked -> records.list(ListQuery.of(asked).limitedTo(ListQuery.MAX_LIMIT)).items().stream()
                                .map(record ->
                                        new Option(Long.toString(record.ref().id()), record.title()))
                                .toList())
                .stream();
    }

    private Option option(ProcessView process) {
        return new Option(Long.toString(process.id()), viewer.texts().text(process.name()));
    }

    private Stream<Option> templates(String kind, Optional<RecordTypeView> type) {
        return templates.all().stream()
                .map(TemplateView::content)
                .filter(content -> content.kind().code().equals(kind)
                        && type.filter(own -> own.name().equals(content.type())).isPresent())
                .map(content -> new Option(content.code(), content.name()));
    }

    /** Mail addresses of the record, and of the records that it points to. */
    private Stream<Option> addresses(Optional<RecordTypeView> type, String kind) {
        return type.map(RecordTypeView::fields).orElse(List.of()).stream().flatMap(field -> {
            if (field.kind().name().equals(kind)) {
                return Stream.of(option(field));
            }
            return field.kind() != FieldKind.REFERENCE
                    ? Stream.of()
                    : metadata.allTypes().stream()
                            .filter(other -> other.name().equals(field.target()))
                            .flatMap(other -> other.fields().stream())
                            .filter(other -> other.kind().name().equals(kind))
                            .map(other -> new Option(
                                    field.name() + "." + other.name(),
                                    viewer.text(field.labelKey()) + " › " + viewer.text(other.labelKey())));
        });
    }
}
