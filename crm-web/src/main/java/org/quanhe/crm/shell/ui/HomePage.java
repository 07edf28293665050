package org.quanhe.crm.shell.ui;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.activities.ui.Contacts;
import org.quanhe.crm.activities.ui.NextStep;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.records.Filter;
import org.quanhe.crm.records.ListQuery;
import org.quanhe.crm.records.Metadata;
import org.quanhe.crm.records.RecordTypeView;
import org.quanhe.crm.records.RecordView;
import org.quanhe.crm.records.Records;

/** The day's work: one's own open tasks and appointments, and where one left off. */
@Named
@RequestScoped
public class HomePage {
    private static final int TASKS = 100;
    private static final int SHOWN = 12;
    private static final int COUNTED = 10_000;

    @Inject
    private Records records;

    @Inject
    private Metadata metadata;

    @Inject
    private Contacts contacts;

    @Inject
    private Viewer viewer;

    private @Nullable List<Todo> todos;

    public String getToday() {
        return viewer.told().weekday(viewer.today());
    }

    public String getSummary() {
        long late = todos().stream()
                .filter(todo -> todo.step().tone().equals("late"))
                .count();
        String open = viewer.text("ui.home.open", todos().size() >= TASKS ? TASKS + "+" : todos().size());
        return late == 0 ? open : open + " · " + viewer.text("ui.home.late", late);
    }

    /** Own open tasks and appointments, those overdue first, those without a time last. */
    public List<Todo> getTodos() {
        return todos().stream().limit(SHOWN).toList();
    }

    private List<Todo> todos() {
        if (todos == null) {
            todos = metadata.types().stream().anyMatch(HomePage::hasTodos) ? open() : List.of();
        }
        return todos;
    }

    /** What is open and when it is due are fields: not everybody may read them. */
    private static boolean hasTodos(RecordTypeView type) {
        return type.name().equals(Contacts.TYPE)
                && type.find(Contacts.DONE).isPresent()
                && type.find(Contacts.STARTS_AT).isPresent();
    }

    private List<Todo> open() {
        Filter mine = Filter.eq("owner", viewer.id()).and(Filter.eq(Contacts.DONE, false));
        ListQuery query = ListQuery.of(Contacts.TYPE)
                .where(mine)
                .sortedBy(Contacts.STARTS_AT)
                .limitedTo(TASKS);
        return records.list(query).items().stream()
                .sorted(Comparator.comparing(record -> Objects.toString(record.value(Contacts.STARTS_AT), "9")))
                .map(this::todo)
                .toList();
    }

    private Todo todo(RecordView activity) {
        Object customer = activity.value(Contacts.CUSTOMER);
        String title =
                customer instanceof RecordRef ref ? activity.referenceTitles().get(ref.key()) : null;
        String href = customer instanceof RecordRef ref ? Links.record(ref.type(), ref.id()) : "";
        return new Todo(
                contacts.nextStep(activity),
                title == null ? "" : title,
                title == null ? "" : href,
                activity.mayChange());
    }

    public boolean isMore() {
        return todos().size() > SHOWN;
    }

    public String getAllHref() {
        return Links.list(Contacts.TYPE) + "&filter=" + Links.encode("owner == me && done == false") + "&sort=startsAt";
    }

    /** How many records of each type of the menu the viewer may see. */
    public List<Tile> getTiles() {
        List<Tile> tiles = new ArrayList<>();
        for (RecordTypeView type : metadata.types()) {
            if (type.inMenu()) {
                long count = records.count(ListQuery.of(type.name()), COUNTED);
                tiles.add(new Tile(
                        viewer.text(type.name() + ".type"),
                        viewer.told().number(Math.min(count, COUNTED)) + (count > COUNTED ? "+" : ""),
                        Links.list(type.name())));
            }
        }
        return tiles;
    }

    /** Something to do, and for whom. */
    public record Todo(NextStep step, String customer, String customerHref, boolean completable) {}

    /** A type and how many there are. */
    public record Tile(String label, String count, String href) {}
}
