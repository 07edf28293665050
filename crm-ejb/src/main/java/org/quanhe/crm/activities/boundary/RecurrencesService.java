package org.quanhe.crm.activities.boundary;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.activities.FreeDays;
import org.quanhe.crm.activities.RecurrenceRule;
import org.quanhe.crm.activities.RecurrenceView;
import org.quanhe.crm.activities.Recurrences;
import org.quanhe.crm.activities.control.SeenActivities;
import org.quanhe.crm.activities.control.SeriesBook;
import org.quanhe.crm.activities.entity.Activity;
import org.quanhe.crm.activities.entity.ActivitySeries;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.records.RecordView;
import org.quanhe.crm.records.control.RecordVerbs;
import org.quanhe.crm.records.control.RecordWriter;

/** The façade of activities that repeat. */
@Stateless
@Local(Recurrences.class)
public class RecurrencesService implements Recurrences {
    private static final int SHOWN = 50;

    @Inject
    private SeriesBook book;

    @Inject
    private SeenActivities activities;

    @Inject
    private RecordVerbs verbs;

    @Inject
    private RecordWriter writer;

    @Override
    public Optional<RecurrenceView> of(long activity) {
        return book.of(verbs.seen(Activity.class, ref(activity))).map(this::view);
    }

    private RecurrenceView view(ActivitySeries series) {
        List<Activity> made = activities.find(
                "select r from Activity r where %s and r.seriesId = :series order by r.seriesSlot desc, r.id desc",
                Map.of("series", series.id()), Activity.class, SHOWN);
        RecurrenceRule rule = series.rule();
        return new RecurrenceView(
                rule,
                series.freeDays(),
                series.firstDay(),
                series.ended(),
                series.ended()
                        ? null
                        : rule.next(series.firstDay(), series.lastSlot()).orElse(null),
                activities.shown(made));
    }

    @Override
    public RecurrenceView repeat(long activity, @Nullable Long version, String rule, FreeDays freeDays) {
        return view(book.begin(locked(activity, version), RecurrenceRule.parse(rule), freeDays));
    }

    private Activity locked(long activity, @Nullable Long version) {
        Activity locked = verbs.locked(Activity.class, ref(activity), version);
        verbs.demandWritable(SeenActivities.TYPE, locked);
        return locked;
    }

    @Override
    public RecordView changeFollowing(long activity, @Nullable Long version, Map<String, @Nullable Object> changes) {
        Activity before = locked(activity, version);
        Instant starts = before.getStartsAt();
        if (book.locked(before).isEmpty() || starts == null) {
            throw new CrmException(
                    CrmException.Kind.CONFLICT, LocalizedMessage.of("activities.error.noSeries", before.title()));
        }
        Activity after = (Activity) writer.change(ref(activity), null, changes, "");
        book.follow(after, starts);
        return activities.shown(List.of(after)).get(0);
    }

    @Override
    public void end(long activity) {
        book.end(locked(activity, null));
    }

    private static RecordRef ref(long activity) {
        return new RecordRef(SeenActivities.TYPE, activity);
    }
}
