package org.quanhe.crm.records.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.records.FieldView.Use;
import org.quanhe.crm.records.FilterText;
import org.quanhe.crm.records.RecordTypeView;
import org.quanhe.crm.records.SavedView;
import org.quanhe.crm.records.entity.SavedViewRow;
import org.quanhe.crm.records.spi.FieldUser;

/**
 * Saved views when fields change: they follow new names, and it is said before when they would not fit any more. What
 * somebody keeps for themselves is counted, not named.
 */
@ApplicationScoped
class ViewFields implements FieldUser {
    /** Whoever {@code me} is: a view fits for all or for nobody. */
    private static final long SOMEBODY = 0;

    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private RecordTypes types;

    private List<SavedViewRow> all() {
        return entities.createQuery("select v from SavedViewRow v order by v.name, v.id", SavedViewRow.class)
                .getResultList();
    }

    @Override
    public List<Touched> touched(List<Renaming> renamings, Function<String, Optional<RecordTypeView>> after) {
        FreshNames names = new FreshNames(renamings);
        List<Touched> touched = new ArrayList<>();
        Map<String, Integer> following = new TreeMap<>();
        Map<String, Integer> misfits = new TreeMap<>();
        for (SavedViewRow row : all()) {
            SavedView view = row.view(SOMEBODY);
            SavedView renamed = renamed(view, names);
            boolean misfit = fits(view, types.find(view.type()).map(RecordTypeDescriptor::view))
                    && !fits(renamed, after.apply(view.type()));
            if (!misfit && renamed.equals(view)) {
                continue;
            }
            if (view.shared()) {
                touched.add(new Touched(
                        view.type(),
                        LocalizedMessage.of(misfit ? "records.views.misfit" : "records.views.follows", view.name())));
            } else {
                (misfit ? misfits : following).merge(view.type(), 1, Integer::sum);
            }
        }
        following.forEach(
                (type, count) -> touched.add(new Touched(type, LocalizedMessage.of("records.views.ownFollow", count))));
        misfits.forEach(
                (type, count) -> touched.add(new Touched(type, LocalizedMessage.of("records.views.ownMisfit", count))));
        return touched;
    }

    /** A column that is gone is left out of the list; a condition or an order that is gone leaves no list. */
    private static boolean fits(SavedView view, Optional<RecordTypeView> type) {
        try {
            FilterText.parse(
                    type.orElseThrow(() -> CrmException.invalid("records.error.unknownType", view.type())),
                    view.filter(),
                    SOMEBODY);
            String order = view.sort().replaceFirst("^-", "");
            return order.isEmpty()
                    || type.get()
                            .find(order)
                            .filter(field -> field.is(Use.SORTABLE))
                            .isPresent();
        } catch (CrmException misfit) {
            return false;
        }
    }

    private static SavedView renamed(SavedView view, FreshNames names) {
        String type = view.type();
        String down = view.sort().startsWith("-") ? "-" : "";
        return new SavedView(
                view.id(),
                type,
                view.name(),
                names.condition(type, view.filter()),
                down + names.of(type, view.sort().substring(down.length())),
                view.columns().stream().map(column -> names.of(type, column)).toList(),
                view.audience(),
                view.first(),
                view.own());
    }

    @Override
    public void follow(List<Renaming> renamings) {
        FreshNames names = new FreshNames(renamings);
        for (SavedViewRow row : all()) {
            SavedView view = row.view(SOMEBODY);
            SavedView renamed = renamed(view, names);
            if (!renamed.equals(view)) {
                row.be(renamed);
            }
        }
    }
}
