package org.quanhe.crm.automation.ui;

import java.util.ArrayList;
import java.util.List;
import org.quanhe.crm.automation.ui.AutomationPage.Option;

/**
 * An argument of a trigger or a step as it is drawn.
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
 * @param type record type of whose fields values are given, may be empty
 * @param valueOf input that names the field of a value, may be empty
 * @param values rows of fields and values; the one value of a field
 * @param condition a condition
 * @param kept number of a secret that is kept
 * @param parts objects with arguments of their own
 * @param beside when it is there
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
        String type,
        String valueOf,
        List<ValueInput.Row> values,
        StepInputs.Condition condition,
        String kept,
        List<Part> parts,
        Beside beside,
        String problem) {

    /**
     * An argument that is there beside some values of another one only.
     *
     * @param input name of the other one's input, empty where it is always there
     * @param among these values, with a blank between; {@code -} for nothing
     * @param away it is not there now
     */
    public record Beside(String input, String among, boolean away) {
        static final Beside ALWAYS = new Beside("", "", false);
    }

    /** One of several objects. */
    public record Part(String path, List<Argument> arguments) {}

    /** How it is drawn. */
    public String getDrawn() {
        return switch (kind) {
            case "CHOICE", "FIELD", "MOMENT", "RECORD", "TYPE", "TEMPLATE", "RECIPIENT", "ADDRESS", "YES_NO" ->
                "select";
            case "VALUES",
                    "PATHS",
                    "CONDITION",
                    "SECRET",
                    "OBJECTS",
                    "NUMBER",
                    "OFFSET",
                    "TIME",
                    "LONG_TEXT",
                    "VALUE" -> kind;
            default -> "text";
        };
    }

    /** It takes the whole width. */
    public boolean isWide() {
        return List.of("VALUES", "PATHS", "CONDITION", "OBJECTS", "MERGED_TEXT", "LONG_TEXT")
                .contains(kind);
    }

    /** Fields of the record can be put in. */
    public boolean isMerged() {
        return kind.equals("MERGED_TEXT") || kind.equals("LONG_TEXT");
    }

    /** How much an offset is, whichever way. */
    public String getCount() {
        return value.startsWith("-") ? value.substring(1) : value;
    }

    /** An offset goes back; so does one of which nothing is said yet. */
    public boolean isBefore() {
        return value.isEmpty() || value.startsWith("-");
    }

    public boolean isWrong() {
        return !problem.isEmpty();
    }

    /** The rows, and one more to fill in. */
    public List<ValueInput.Row> getOpen() {
        List<ValueInput.Row> open = new ArrayList<>(values);
        open.add(new ValueInput.Row("", "", "", ValueInput.TEXT));
        return open;
    }
}
