package org.quanhe.crm.lifecycle.control;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.quanhe.crm.lifecycle.LifecycleTemplate;
import org.quanhe.crm.lifecycle.Stage;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.platform.Texts;
import org.quanhe.crm.records.entity.StagedRecord;

/** The lifecycles that the sources of the requirements count: five stages, or three with an optional one before. */
public final class TemplateChoice {
    private static final String SELECT = "select";

    /** The one that an installation begins with. */
    static final LifecycleTemplate FIRST =
            template("reach-to-loyalty", "reach", "acquire", "convert", "keep", "loyalty");

    public static final List<LifecycleTemplate> ALL = List.of(
            FIRST,
            template("acquire-retain-extend", "acquire", "retain", "extend"),
            template("select-acquire-retain-extend", SELECT, "acquire", "retain", "extend"));

    private TemplateChoice() {}

    /** The stages of the template; those that are there already keep their team and conditions. */
    public static List<Stage> stages(Stages current, LifecycleTemplate template) {
        return template.stages().stream()
                .map(stage -> current.find(stage.code())
                        .map(kept -> new Stage(
                                stage.code(),
                                kept.names(),
                                kept.team(),
                                kept.enter().isEmpty() ? stage.enter() : kept.enter(),
                                kept.exit(),
                                kept.steps(),
                                kept.handOver()))
                        .orElse(stage))
                .toList();
    }

    /** For each stage that would go, the one of the template that is at about the same place. */
    public static Map<String, String> suggestedMoves(Stages current, LifecycleTemplate template) {
        Map<String, String> moves = new LinkedHashMap<>();
        List<Stage> after = template.stages();
        int last = Math.max(1, current.stages().size() - 1);
        for (Stage stage : current.stages()) {
            if (after.stream().noneMatch(one -> one.code().equals(stage.code()))) {
                long place = Math.round((double) current.indexOf(stage.code()) * (after.size() - 1) / last);
                moves.put(stage.code(), after.get((int) place).code());
            }
        }
        return moves;
    }

    private static LifecycleTemplate template(String code, String... stages) {
        boolean selecting = stages[0].equals(SELECT);
        return new LifecycleTemplate(
                code, Stream.of(stages).map(one -> stage(one, selecting)).toList());
    }

    /** Who is selected is acquired: a record that fits the ideal customer comes there by itself. */
    private static Stage stage(String code, boolean selecting) {
        String fits = StagedRecord.FIT + " == \"" + StagedRecord.FITS + "\"";
        return new Stage(
                code,
                texts("lifecycle.stage." + code),
                0,
                selecting && code.equals("acquire") ? Map.of("customers", fits, "leads", fits) : Map.of(),
                Map.of(),
                List.of(texts("lifecycle.stage." + code + ".step.1"), texts("lifecycle.stage." + code + ".step.2")),
                texts("lifecycle.stage." + code + ".handOver"));
    }

    private static Map<String, String> texts(String key) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Language language : Language.values()) {
            texts.put(language.tag(), Texts.in(language).text(key));
        }
        return texts;
    }
}
