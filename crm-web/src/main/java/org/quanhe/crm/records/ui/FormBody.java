package org.quanhe.crm.records.ui;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.records.FieldState;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.FormView;
import org.quanhe.crm.shell.ui.Viewer;

/** The inputs of a form, in tabs and sections as administrators laid them out. */
public class FormBody implements Serializable {
    private static final long serialVersionUID = 1L;

    private final ArrayList<Tab> tabs = new ArrayList<>();
    private final ArrayList<String> deciding = new ArrayList<>();

    /**
     * @param input makes the input of a field, null for a field that is not on this form
     * @param sections whether there are sections at all; else the fields only come in their order
     */
    FormBody(FormView view, Viewer viewer, boolean sections, Function<FieldView, @Nullable Input> input) {
        deciding.addAll(view.deciding());
        tabs.add(new Tab(viewer.text("ui.form.first")));
        for (FormView.Section one : view.sections()) {
            String heading = one.heading().map(viewer.texts()::text).orElse("");
            if (one.tab() && sections) {
                tabs.add(new Tab(heading));
            }
            Section section = new Section(one.tab() ? "" : heading, one.columns(), one.folded());
            one.fields().forEach(field -> {
                Input made = input.apply(field);
                if (made != null) {
                    section.inputs.add(made);
                }
            });
            tabs.get(tabs.size() - 1).add(section, sections);
        }
        tabs.removeIf(tab -> tab.sections.isEmpty());
    }

    /** All inputs, in the order of the form. */
    List<Input> inputs() {
        return tabs.stream()
                .flatMap(tab -> tab.sections.stream())
                .flatMap(section -> section.inputs.stream())
                .toList();
    }

    /** Puts another input in the place of one. */
    void replace(Input old, Input fresh) {
        fresh.stand(old.stand());
        tabs.forEach(tab ->
                tab.sections.forEach(section -> section.inputs.replaceAll(input -> input == old ? fresh : input)));
    }

    /** Shows, demands and closes what conditions say. */
    void stand(Map<String, FieldState> states) {
        inputs().forEach(input -> input.stand(states.get(input.getName())));
    }

    public List<Tab> getTabs() {
        return tabs;
    }

    public boolean isTabbed() {
        return tabs.size() > 1;
    }

    /** Names of the fields after which the form asks again what is shown. */
    public String getDeciding() {
        return String.join(" ", deciding);
    }

    /** A tab of the form. */
    public static class Tab implements Serializable {
        private static final long serialVersionUID = 1L;

        private final String heading;
        private final ArrayList<Section> sections = new ArrayList<>();

        Tab(String heading) {
            this.heading = heading;
        }

        private void add(Section section, boolean apart) {
            if (section.inputs.isEmpty()) {
                return;
            }
            if (apart || sections.isEmpty()) {
                sections.add(apart ? section : new Section("", 2, false));
            }
            if (!apart) {
                sections.get(0).inputs.addAll(section.inputs);
            }
        }

        public String getHeading() {
            return heading;
        }

        public List<Section> getSections() {
            return sections;
        }

        /** Something is wrong here. */
        public boolean isWrong() {
            return sections.stream().flatMap(section -> section.inputs.stream()).anyMatch(input -> !input.getError()
                    .isEmpty());
        }
    }

    /** Inputs that stand together. */
    public static class Section implements Serializable {
        private static final long serialVersionUID = 1L;

        private final String heading;
        private final int columns;
        private final boolean folded;
        private final ArrayList<Input> inputs = new ArrayList<>();

        Section(String heading, int columns, boolean folded) {
            this.heading = heading;
            this.columns = columns;
            this.folded = folded;
        }

        public String getHeading() {
            return heading;
        }

        public int getColumns() {
            return columns;
        }

        /** On a phone it is closed at first; not where it has no heading to open it by, or something in it is wrong. */
        public boolean isFolded() {
            return folded
                    && !heading.isEmpty()
                    && inputs.stream().allMatch(input -> input.getError().isEmpty());
        }

        public List<Input> getInputs() {
            return inputs;
        }
    }
}
