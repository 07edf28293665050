package org.quanhe.crm.processes.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.Texts;
import org.quanhe.crm.processes.Question;
import org.quanhe.crm.processes.control.Plan.Ask;
import org.quanhe.crm.processes.control.Plan.PlannedStep;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.control.FieldDescriptor;
import org.quanhe.crm.records.control.RecordTypeDescriptor;
import org.quanhe.crm.records.control.RecordViews;
import org.quanhe.crm.records.control.SeenTypes;
import org.quanhe.crm.records.entity.RecordEntity;
import org.quanhe.crm.records.spi.Access;

/** Shows what steps ask; a field that the caller may not read is not asked. */
@ApplicationScoped
public class QuestionsShown {
    @Inject
    private SeenTypes seenTypes;

    @Inject
    private Answers answers;

    @Inject
    private Access access;

    /** The questions of a step to do, with what the record holds now. */
    List<Question> open(PlannedStep step, RecordTypeDescriptor type, RecordEntity entity) {
        boolean changeable = RecordViews.within(access.writable(type.name()), type, entity);
        Map<String, Object> held = RecordViews.values(seenTypes.of(type), entity);
        return step.asks().stream()
                .flatMap(ask -> ask.field()
                        ? field(ask, type, held.get(ask.name()), changeable).stream()
                        : Stream.of(own(ask, null, true)))
                .toList();
    }

    /** The questions of a completed step with their answers. */
    List<Question> answered(PlannedStep step, RecordTypeDescriptor type, Map<String, Object> kept) {
        return step.asks().stream()
                .flatMap(ask -> answered(ask, type, kept.get(ask.name())).stream())
                .toList();
    }

    private Optional<Question> answered(Ask ask, RecordTypeDescriptor type, @Nullable Object kept) {
        if (!ask.field()) {
            return Optional.of(own(ask, answers.restored(Answers.view(ask), kept), false));
        }
        FieldDescriptor field = seenTypes.of(type).fields().get(ask.name());
        return field == null ? Optional.empty() : field(ask, type, answers.restored(field.view(), kept), false);
    }

    private static Question own(Ask ask, @Nullable Object value, boolean answerable) {
        return new Question(
                ask.name(),
                false,
                ask.kind(),
                Labels.told(ask.label()),
                Labels.told(ask.help()),
                ask.required(),
                answerable,
                ask.choices().stream()
                        .map(choice -> new Question.Choice(
                                choice.code(),
                                Labels.told(choice.label().isEmpty() ? Map.of("en", choice.code()) : choice.label())))
                        .toList(),
                value);
    }

    /** The name of a choice, its code where it has none. */
    private static LocalizedMessage choice(FieldView field, String code) {
        String key = field.labelKey() + "." + code;
        return Texts.in(Language.EN).has(key) ? LocalizedMessage.of(key) : Labels.told(Map.of("en", code));
    }

    private Optional<Question> field(Ask ask, RecordTypeDescriptor type, @Nullable Object value, boolean changeable) {
        FieldDescriptor field = seenTypes.of(type).fields().get(ask.name());
        if (field == null) {
            return Optional.empty();
        }
        FieldView view = field.view();
        return Optional.of(new Question(
                view.name(),
                true,
                view.kind(),
                LocalizedMessage.of(view.labelKey()),
                Labels.told(Map.of()),
                ask.required(),
                changeable && !view.settled(),
                view.choices().stream()
                        .map(code -> new Question.Choice(code, choice(view, code)))
                        .toList(),
                value));
    }
}
