package org.quanhe.crm.records.control;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.identity.Role;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.FormView;
import org.quanhe.crm.records.control.model.ModelTexts;
import org.quanhe.crm.records.metadata.LayoutModel;
import org.quanhe.crm.records.metadata.SectionModel;
import org.quanhe.crm.records.metadata.TypeModel;

/** Puts the fields that somebody sees where the layout of one of their roles wants them. */
public final class FormLayouts {
    private FormLayouts() {}

    /**
     * @param model what administrators made of the type, null for nothing
     * @param seen the type as the reader sees it
     * @param deciding fields that conditions look at
     */
    public static FormView of(
            @Nullable TypeModel model, RecordTypeDescriptor seen, Set<Role> roles, Set<String> deciding) {
        Map<String, FieldView> left = new LinkedHashMap<>();
        seen.view().fields().stream()
                .filter(field -> field.primaryOf().isEmpty())
                .forEach(field -> left.put(field.name(), field));
        List<FormView.Section> sections = new ArrayList<>();
        LayoutModel layout = model == null ? null : layout(model, roles);
        if (layout != null) {
            Set<String> hidden = new HashSet<>(layout.hidden());
            layout.sections().forEach(section -> sections.add(section(section, left)));
            left.keySet().removeIf(hidden::contains);
        }
        if (!left.isEmpty()) {
            sections.add(new FormView.Section(Optional.empty(), false, 2, false, List.copyOf(left.values())));
        }
        return new FormView(
                sections.stream()
                        .filter(section -> !section.fields().isEmpty() || section.tab())
                        .toList(),
                deciding.stream().filter(seen.fields()::containsKey).toList());
    }

    private static @Nullable LayoutModel layout(TypeModel model, Set<Role> roles) {
        return Arrays.stream(Role.values())
                .filter(roles::contains)
                .map(role -> model.layouts().get(role.code()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(model.layouts().get(""));
    }

    private static FormView.Section section(SectionModel model, Map<String, FieldView> left) {
        List<FieldView> fields = model.fields().stream()
                .map(left::remove)
                .filter(Objects::nonNull)
                .toList();
        return new FormView.Section(heading(model.labels()), model.tab(), model.columns(), model.folded(), fields);
    }

    private static Optional<LocalizedMessage> heading(Map<String, String> labels) {
        return labels.isEmpty()
                ? Optional.empty()
                : Optional.of(LocalizedMessage.named(Arrays.stream(Language.values())
                        .map(language -> ModelTexts.in(language, labels))
                        .toList()));
    }
}
