package org.quanhe.crm.automation.ui;

import java.util.ArrayList;
import java.util.List;
import org.quanhe.crm.automation.ui.AutomationPage.Option;

/**
 * An argument of a step as it is drawn.
 *
 * @param path name of its input: its place in the document
 * @param kind name of its kind
 * @param label what people call it
 * @param help what helps, may be empty
 * @param required it must be filled in
 * @param value what stands there
 * @param usual what counts where nothing stands there
 * @param min smallest number, may be empty
 * @param max largest number, may be empty
 * @param unchosen what is said where nothing is chosen
 * @param options what can be chosen
 * @param values rows of fields and values
 * @param condition a condition
 * @param kept number of a secret that is kept
 * @param parts objects with arguments of their own
 * @param problem what is wrong, empty for nothing
 */
public record Argument(
        String path,
        String kind,
        String label,
        String help,
        boolean required,
        String value,
        String usual,
        String min,
        String max,
        String unchosen,
        List<Option> options,
        List<StepInputs.ValueRow> values,
        StepInputs.Condition condition,
        String kept,
        List<Part> parts,
        String problem) {

    /** One of several objects. */
    public record Part(String path, List<Argument> arguments) {}

    /** How it is drawn. */
    public String getDrawn() {
        return switch (kind) {
            case "CHOICE", "FIELD", "MOMENT", "RECORD", "TYPE", "TEMPLATE", "RECIPIENT", "ADDRESS", "YES_NO" ->
                "select";
            case "VALUES", "CONDITION", "SECRET", "OBJECTS", "NUMBER", "TIME", "LONG_TEXT" -> kind;
            default -> "text";
        };
    }

    /** It takes the whole width. */
    public boolean isWide() {
        return List.of("VALUES", "CONDITION", "OBJECTS", "MERGED_TEXT", "LONG_TEXT")
                .contains(kind);
    }

    /** Fields of the record can be put in. */
    public boolean isMerged() {
        return kind.equals("MERGED_TEXT") || kind.equals("LONG_TEXT");
    }

    public boolean isWrong() {
        return !problem.isEmpty();
    }

    /** The rows, and one more to fill in. */
    public List<StepInputs.ValueRow> getOpen() {
        List<StepInputs.ValueRow> open = new ArrayList<>(values);
        open.add(new StepInputs.ValueRow("", "", ""));
        return open;
    }
}
