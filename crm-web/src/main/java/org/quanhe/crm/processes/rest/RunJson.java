package org.quanhe.crm.processes.rest;

import jakarta.json.stream.JsonGenerator;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.processes.Question;
import org.quanhe.crm.processes.RunView;
import org.quanhe.crm.processes.StepTimes;
import org.quanhe.crm.processes.WaitingStep;
import org.quanhe.crm.records.rest.RecordJson;

/** Runs, steps and times as JSON, names in the caller's language. */
final class RunJson {
    private RunJson() {}

    static void write(JsonGenerator json, RunView run, Language spoken) {
        json.writeStartObject()
                .write("id", run.id())
                .write("process", run.process())
                .write("name", run.name().in(spoken))
                .write("version", run.version())
                .write("type", run.record().type())
                .write("recordId", run.record().id())
                .write("title", run.title())
                .write("state", code(run.state()))
                .write("startedAt", run.startedAt().toString())
                .write("startedBy", run.startedBy());
        moment(json, "endedAt", run.endedAt());
        json.write("at", run.at())
                .write("percent", run.percent())
                .write("mayComplete", run.mayComplete())
                .writeStartArray("steps");
        run.steps().forEach(step -> write(json, step, spoken));
        json.writeEnd().writeEnd();
    }

    private static void write(JsonGenerator json, RunView.Step step, Language spoken) {
        json.writeStartObject()
                .write("key", step.key())
                .write("name", step.name().in(spoken))
                .write("stage", code(step.stage()))
                .write("team", step.team())
                .write("teamName", step.teamName())
                .write("guidance", step.guidance().in(spoken));
        moment(json, "enteredAt", step.enteredAt());
        moment(json, "dueAt", step.dueAt());
        moment(json, "doneAt", step.doneAt());
        json.write("doneBy", step.doneBy()).writeStartArray("questions");
        step.questions().forEach(question -> write(json, question, spoken));
        json.writeEnd().writeEnd();
    }

    private static void write(JsonGenerator json, Question question, Language spoken) {
        json.writeStartObject()
                .write("name", question.name())
                .write("field", question.field())
                .write("kind", code(question.kind()))
                .write("label", question.label().in(spoken))
                .write("required", question.required())
                .write("answerable", question.answerable());
        if (question.value() != null) {
            json.writeKey("value");
            RecordJson.value(json, question.value(), Map.of());
        }
        json.writeStartArray("choices");
        question.choices().forEach(choice -> json.writeStartObject()
                .write("code", choice.code())
                .write("label", choice.label().in(spoken))
                .writeEnd());
        json.writeEnd().writeEnd();
    }

    static void write(JsonGenerator json, WaitingStep step, Language spoken) {
        json.writeStartObject()
                .write("run", step.run())
                .write("process", step.process().in(spoken))
                .write("step", step.step().in(spoken))
                .write("type", step.record().type())
                .write("recordId", step.record().id())
                .write("title", step.title())
                .write("team", step.team())
                .write("teamName", step.teamName())
                .write("enteredAt", step.enteredAt().toString());
        moment(json, "dueAt", step.dueAt());
        json.write("overdue", step.overdue()).writeEnd();
    }

    static void write(JsonGenerator json, StepTimes times, Language spoken) {
        json.writeStartObject()
                .write("from", times.from().toString())
                .write("to", times.to().toString())
                .write("unit", "working minutes")
                .writeStartArray("items");
        times.lines().forEach(line -> json.writeStartObject()
                .write("version", line.version())
                .write("step", line.key())
                .write("name", line.name().in(spoken))
                .write("done", line.done())
                .write("average", line.averageMinutes())
                .write("median", line.medianMinutes())
                .write("targeted", line.targeted())
                .write("overdue", line.overdue())
                .write("overduePercent", line.overduePercent())
                .write("waiting", line.waiting())
                .writeEnd());
        json.writeEnd().writeEnd();
    }

    private static void moment(JsonGenerator json, String name, @Nullable Instant at) {
        if (at != null) {
            json.write(name, at.toString());
        }
    }

    static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
