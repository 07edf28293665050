package org.quanhe.crm.records.ui;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.FieldView.Use;
import org.quanhe.crm.shell.ui.Viewer;

/** What else the list could show: other tabs, orders, sizes of a page, columns. */
@Named
@RequestScoped
public class ListChoices {
    @Inject
    private ListPage list;

    @Inject
    private Viewer viewer;

    /** Tabs: all, mine where records have owners, saved views. */
    public List<Tab> getTabs() {
        List<Tab> tabs = new ArrayList<>();
        tabs.add(tab("all", viewer.text("ui.list.all"), false));
        if (list.getType().find("owner").isPresent()) {
            tabs.add(tab("mine", viewer.text("ui.list.mine"), false));
        }
        list.views().forEach(v -> tabs.add(tab(Long.toString(v.id()), v.name(), v.shared())));
        return tabs;
    }

    private Tab tab(String name, String label, boolean shared) {
        return new Tab(
                label,
                list.address().viewed(name).href(),
                name.equals(list.address().view()),
                shared);
    }

    /** Sizes of a page. */
    public List<Choice> getSizes() {
        return ListAddress.SIZES.stream()
                .map(size -> new Choice(
                        viewer.text("ui.list.rows", size),
                        list.address().sized(size).href(),
                        size == list.address().size()))
                .toList();
    }

    /** Orders by what the list shows, and the one it stands in, for screens without heads to click. */
    public List<Choice> getOrders() {
        String order = list.query().sort().isEmpty()
                ? list.getType().defaultSort()
                : list.query().sort();
        String ordering = order.startsWith("-") ? order.substring(1) : order;
        Set<String> columns = names(list.columns());
        List<Choice> orders = new ArrayList<>();
        for (FieldView field : list.getType().fieldsFor(Use.SORTABLE)) {
            boolean shown = field.is(Use.TITLE) || columns.contains(field.name());
            if (!shown && !field.name().equals(ordering)) {
                continue;
            }
            for (String sign : List.of("", "-")) {
                String name = sign + field.name();
                orders.add(new Choice(
                        viewer.text(field.labelKey()) + (sign.isEmpty() ? " ↑" : " ↓"),
                        list.address().sorted(name).href(),
                        name.equals(order)));
            }
        }
        return orders;
    }

    /** Fields that can be columns, those shown first and in their order. */
    public List<Choosable> getChoosable() {
        List<FieldView> shown = list.columns();
        Set<String> known = names(shown);
        List<Choosable> all = new ArrayList<>();
        shown.forEach(field -> all.add(choosable(field, true)));
        list.getType().fields().stream()
                .filter(field -> !known.contains(field.name()))
                .filter(field -> !field.kind().contactList() && !field.is(Use.TITLE))
                .forEach(field -> all.add(choosable(field, false)));
        String title = list.getType().titleField().name();
        return all.stream().filter(c -> !c.name().equals(title)).toList();
    }

    private static Set<String> names(List<FieldView> fields) {
        return fields.stream().map(FieldView::name).collect(Collectors.toSet());
    }

    private Choosable choosable(FieldView field, boolean shown) {
        return new Choosable(field.name(), viewer.text(field.labelKey()), shown);
    }

    /** A size of pages or an order, and where choosing it leads. */
    public record Choice(String label, String href, boolean current) {}

    /** A field that can be a column. */
    public record Choosable(String name, String label, boolean shown) {}
}
