package org.quanhe.crm.records.metadata.ui;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.Metadata;
import org.quanhe.crm.records.RecordTypeView;
import org.quanhe.crm.records.metadata.MetadataEditing;
import org.quanhe.crm.records.metadata.TypeModel;
import org.quanhe.crm.shell.ui.Links;
import org.quanhe.crm.shell.ui.Refusals;
import org.quanhe.crm.shell.ui.Viewer;

/** All record types, and the form for one of the administrator's own. */
@Named
@RequestScoped
public class TypesPage {
    private static final List<String> ICONS = List.of(
            "pi-box",
            "pi-briefcase",
            "pi-building",
            "pi-calendar",
            "pi-car",
            "pi-cog",
            "pi-file",
            "pi-folder",
            "pi-home",
            "pi-shopping-cart",
            "pi-star",
            "pi-tag",
            "pi-ticket",
            "pi-truck",
            "pi-users",
            "pi-wrench");

    @Inject
    private MetadataEditing editing;

    @Inject
    private Metadata metadata;

    @Inject
    private DraftInHand hand;

    @Inject
    private Viewer viewer;

    @Inject
    private HttpServletRequest request;

    private String selected = "";
    private boolean fresh;
    private final Map<String, String> texts = new LinkedHashMap<>();
    private String problem = "";

    @PostConstruct
    void open() {
        editing.number();
        fresh = "true".equals(request.getParameter("new"));
        selected = Objects.requireNonNullElse(request.getParameter("edit"), "");
        TypeModel type = hand.model().type(selected);
        for (Language language : Language.values()) {
            String tag = language.tag();
            texts.put("label." + tag, type == null ? "" : type.labels().getOrDefault(tag, ""));
            texts.put("one." + tag, type == null ? "" : type.singular().getOrDefault(tag, ""));
        }
        texts.put("name", selected);
        texts.put("icon", type == null ? "pi-box" : type.icon());
        texts.put("rights", type == null ? "owned" : type.rights());
        texts.put("menu", type == null || type.menu() > 0 ? "true" : "");
    }

    public @Nullable String keep() {
        texts.replaceAll((name, before) ->
                Objects.requireNonNullElse(request.getParameter(name), "").strip());
        Map<String, Object> document = new LinkedHashMap<>();
        Map<String, String> labels = byTag("label.");
        String name = !fresh
                ? selected
                : texts.getOrDefault("name", "").isEmpty()
                        ? FieldForm.nameOf(List.copyOf(labels.values()), "type")
                        : texts.get("name");
        document.put("labels", labels);
        document.put("singular", byTag("one."));
        document.put("icon", texts.get("icon"));
        document.put("rights", texts.get("rights"));
        document.put("menu", texts.getOrDefault("menu", "").isEmpty() ? BigDecimal.ZERO : BigDecimal.valueOf(500));
        if (fresh) {
            document.put("name", name);
        }
        return changed(
                fresh
                        ? Map.of("op", "addType", "type", document)
                        : Map.of("op", "changeType", "name", selected, "set", document),
                fresh
                        ? "/fields.xhtml?faces-redirect=true&type=" + Links.encode(name)
                        : "/types.xhtml?faces-redirect=true");
    }

    public @Nullable String retire() {
        return changed(Map.of("op", "retireType", "name", selected), "/types.xhtml?faces-redirect=true");
    }

    public @Nullable String revive() {
        return changed(Map.of("op", "reviveType", "name", selected), "/types.xhtml?faces-redirect=true");
    }

    private @Nullable String changed(Map<String, ?> change, String next) {
        try {
            hand.add(change);
            return next;
        } catch (RuntimeException failed) {
            CrmException refusal = Refusals.of(failed).orElseThrow(() -> failed);
            StringBuilder told = new StringBuilder(viewer.text(refusal));
            refusal.violations()
                    .forEach(violation -> told.append(' ').append(viewer.texts().text(violation.message())));
            problem = told.toString();
            return null;
        }
    }

    private Map<String, String> byTag(String prefix) {
        Map<String, String> byTag = new LinkedHashMap<>();
        for (Language language : Language.values()) {
            byTag.put(language.tag(), texts.getOrDefault(prefix + language.tag(), ""));
        }
        return byTag;
    }

    public List<Row> getRows() {
        List<Row> rows = new ArrayList<>();
        List<RecordTypeView> known = metadata.allTypes();
        for (RecordTypeView type : known) {
            TypeModel shaped = hand.model().type(type.name());
            if (shaped == null || shaped.builtIn()) {
                rows.add(row(type.name(), viewer.text(type.name() + ".type"), type.icon(), shaped, type));
            }
        }
        hand.model().types().values().stream()
                .filter(type -> !type.builtIn())
                .forEach(type -> rows.add(row(
                        type.name(),
                        FieldsPage.in(type.labels(), viewer.language()),
                        type.icon(),
                        type,
                        known.stream()
                                .filter(one -> one.name().equals(type.name()))
                                .findFirst()
                                .orElse(null))));
        return rows;
    }

    private Row row(String name, String label, String icon, @Nullable TypeModel shaped, @Nullable RecordTypeView type) {
        long builtIn = type == null
                ? 1
                : type.fields().stream()
                        .filter(field -> !field.is(FieldView.Use.CUSTOM))
                        .count();
        long own = shaped == null
                ? 0
                : shaped.fields().values().stream()
                        .filter(field -> !field.retired())
                        .count();
        boolean custom = shaped != null && !shaped.builtIn();
        return new Row(
                name,
                label,
                icon,
                viewer.told().number(builtIn),
                viewer.told().number(own),
                custom,
                shaped != null && shaped.retired(),
                !Objects.equals(shaped, hand.published().type(name)));
    }

    public boolean isFresh() {
        return fresh;
    }

    /** The form is open: for a new type, or for one of the administrator's own. */
    public boolean isForm() {
        TypeModel type = hand.model().type(selected);
        return fresh || type != null && !type.builtIn();
    }

    public boolean isRetired() {
        TypeModel type = hand.model().type(selected);
        return type != null && type.retired();
    }

    public List<String> getIcons() {
        return ICONS;
    }

    public List<FieldsPage.Option> getRights() {
        return List.of("owned", "shared", "administered").stream()
                .map(code -> new FieldsPage.Option(code, viewer.text("ui.types.rights." + code)))
                .toList();
    }

    public Map<String, String> getTexts() {
        return texts;
    }

    public String getSelected() {
        return selected;
    }

    public String getProblem() {
        return problem;
    }

    /** A record type. */
    public record Row(
            String name,
            String label,
            String icon,
            String builtIn,
            String own,
            boolean custom,
            boolean retired,
            boolean edited) {
        public String href() {
            return "fields.xhtml?type=" + Links.encode(name);
        }

        public String editHref() {
            return "types.xhtml?edit=" + Links.encode(name);
        }
    }
}
