package org.quanhe.crm.processes.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.quanhe.crm.identity.TeamMembers;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.CrmException.Violation;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.processes.control.Plan.Ask;
import org.quanhe.crm.processes.control.Plan.PlannedStep;
import org.quanhe.crm.processes.spi.Nurtured;
import org.quanhe.crm.records.FieldKind;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.FilterText;
import org.quanhe.crm.records.RecordTypeView;
import org.quanhe.crm.records.control.RecordTypeDescriptor;
import org.quanhe.crm.records.control.RecordTypes;

/** Whether a process can be published: complete, and fitting its record type and the teams there are. */
@ApplicationScoped
public class PlanCheck {
    /** As many as a value of several choices may hold. */
    private static final int MOST_CHOICES = 50;

    @Inject
    private RecordTypes types;

    @Inject
    private TeamMembers teams;

    @Inject
    @Any
    private Instance<Nurtured> nurturing;

    /** All that is wrong, by place; nothing where it can be published. */
    public List<Violation> violations(Plan plan) {
        return violations(plan, this::type);
    }

    /** Record types whose nurturing ends when they are handed over. */
    public Set<String> nurtured() {
        return nurturing.stream().map(Nurtured::type).collect(Collectors.toUnmodifiableSet());
    }

    /** The record type of that name as it is now. */
    Optional<RecordTypeView> type(String name) {
        return types.find(name).map(RecordTypeDescriptor::view);
    }

    /** The same with other record types than those of now. */
    List<Violation> violations(Plan plan, Function<String, Optional<RecordTypeView>> known) {
        List<Violation> wrong = new ArrayList<>();
        if (plan.name().isEmpty()) {
            wrong.add(new Violation("name", LocalizedMessage.of("records.metadata.error.noLabel")));
        }
        RecordTypeView type = known.apply(plan.type()).orElse(null);
        if (type == null) {
            wrong.add(new Violation("type", LocalizedMessage.of("records.error.unknownType", plan.type())));
            return wrong;
        }
        if (plan.nurture() && !nurtured().contains(plan.type())) {
            wrong.add(new Violation(
                    "nurture",
                    LocalizedMessage.of("processes.error.noNurture", LocalizedMessage.of(plan.type() + ".type"))));
        }
        if (plan.steps().isEmpty()) {
            wrong.add(new Violation("steps", LocalizedMessage.of("processes.error.noSteps")));
        }
        for (int i = 0; i < plan.steps().size(); i++) {
            step(plan, type, plan.steps().get(i), "steps[" + i + "]", wrong);
        }
        return wrong;
    }

    private void step(Plan plan, RecordTypeView type, PlannedStep step, String at, List<Violation> wrong) {
        if (step.name().isEmpty()) {
            wrong.add(new Violation(at + ".name", LocalizedMessage.of("records.metadata.error.noLabel")));
        }
        if (teams.name(step.team()).isEmpty()) {
            wrong.add(new Violation(at + ".team", LocalizedMessage.of("processes.error.noTeam")));
        }
        condition(type, step.enter(), at + ".enter", wrong);
        condition(type, step.exit(), at + ".exit", wrong);
        for (int i = 0; i < step.asks().size(); i++) {
            ask(type, step.asks().get(i), at + ".ask[" + i + "]", wrong);
        }
        if (step.next() != null) {
            step.next().stream()
                    .filter(key -> plan.step(key).isEmpty())
                    .forEach(key ->
                            wrong.add(new Violation(at + ".next", LocalizedMessage.of("processes.error.noStep", key))));
        }
    }

    private static void condition(RecordTypeView type, String text, String at, List<Violation> wrong) {
        try {
            FilterText.parse(type, text, 0);
        } catch (CrmException refused) {
            wrong.add(new Violation(at, refused.text()));
        }
    }

    private static void ask(RecordTypeView type, Ask ask, String at, List<Violation> wrong) {
        FieldView field = type.find(ask.name()).orElse(null);
        if (ask.field()) {
            if (field == null) {
                wrong.add(new Violation(at + ".field", LocalizedMessage.of("processes.error.noField", ask.name())));
            } else if (field.settled()) {
                wrong.add(new Violation(at + ".field", LocalizedMessage.of("records.error.readOnly")));
            } else if (!Answers.FIELDS.contains(field.kind())) {
                wrong.add(new Violation(at + ".field", LocalizedMessage.of("processes.error.fieldKind")));
            }
            return;
        }
        if (field != null) {
            wrong.add(new Violation(at + ".question", LocalizedMessage.of("processes.error.keyOfField", ask.name())));
        }
        if (ask.label().isEmpty()) {
            wrong.add(new Violation(at + ".label", LocalizedMessage.of("records.metadata.error.noLabel")));
        }
        if (ask.kind() == FieldKind.CHOICE || ask.kind() == FieldKind.CHOICES) {
            choices(ask.choices().stream().map(Plan.Choice::code).toList(), at + ".choices", wrong);
        }
    }

    private static void choices(List<String> codes, String at, List<Violation> wrong) {
        if (codes.size() > MOST_CHOICES) {
            wrong.add(new Violation(at, LocalizedMessage.of("records.error.tooMany", codes.size(), MOST_CHOICES)));
        }
        if (codes.isEmpty() || codes.contains("")) {
            wrong.add(new Violation(at, LocalizedMessage.of("records.metadata.error.noChoices")));
        }
        codes.stream()
                .filter(code -> code.length() > Answers.LONGEST_CODE)
                .forEach(code -> wrong.add(new Violation(
                        at, LocalizedMessage.of("records.error.tooLong", code.length(), Answers.LONGEST_CODE))));
        codes.stream()
                .filter(code -> !code.isEmpty() && Collections.frequency(codes, code) > 1)
                .distinct()
                .forEach(code ->
                        wrong.add(new Violation(at, LocalizedMessage.of("records.metadata.error.codeTwice", code))));
    }
}
