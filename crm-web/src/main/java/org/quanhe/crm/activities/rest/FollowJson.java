package org.quanhe.crm.activities.rest;

import jakarta.json.stream.JsonGenerator;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.activities.CadenceView;
import org.quanhe.crm.activities.CalendarItem;
import org.quanhe.crm.activities.FollowUps;
import org.quanhe.crm.activities.Promises;
import org.quanhe.crm.activities.RecurrenceView;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.platform.rest.JsonAnswer;
import org.quanhe.crm.records.RecordView;
import org.quanhe.crm.records.rest.EntityTags;
import org.quanhe.crm.records.rest.RecordJson;

/** Activities and follow-up as JSON. */
final class FollowJson {
    private FollowJson() {}

    static Response answer(RecordView record) {
        return JsonAnswer.status(200, json -> RecordJson.write(json, record, Set.of()))
                .header("ETag", EntityTags.of(record.version()))
                .build();
    }

    static void write(JsonGenerator json, CalendarItem item) {
        json.writeStartObject()
                .write("at", item.at().toString())
                .write("minutes", item.minutes())
                .write("repeats", item.repeats());
        record(json, "activity", item.activity());
        json.writeEnd();
    }

    static void write(JsonGenerator json, RecurrenceView view) {
        json.writeStartObject()
                .write("rule", view.rule().text())
                .write("freeDays", view.freeDays().code())
                .write("firstDay", view.firstDay().toString())
                .write("ended", view.ended());
        if (view.next() != null) {
            json.write("next", view.next().toString());
        }
        json.writeStartArray("made");
        view.made().forEach(one -> RecordJson.write(json, one, Set.of()));
        json.writeEnd().writeEnd();
    }

    static void write(JsonGenerator json, Promises.Given given) {
        json.writeStartObject().write("state", given.state().name().toLowerCase(Locale.ROOT));
        record(json, "activity", given.activity());
        json.writeEnd();
    }

    static void write(JsonGenerator json, Promises.Tally tally) {
        json.writeStartObject()
                .write("owner", tally.owner().id())
                .write("name", tally.owner().name())
                .write("open", tally.open())
                .write("overdue", tally.overdue())
                .write("kept", tally.kept())
                .write("broken", tally.broken())
                .writeEnd();
    }

    static void write(JsonGenerator json, FollowUps.Row row) {
        json.writeStartObject()
                .write("touches", row.touches())
                .write("goal", row.goal())
                .write("days", row.days());
        moment(json, "last", row.last());
        record(json, "record", row.record());
        record(json, "next", row.next());
        json.writeEnd();
    }

    static void write(JsonGenerator json, FollowUps.Due due) {
        json.writeStartObject()
                .write("cadence", due.cadence())
                .write("name", due.name())
                .write("by", due.by())
                .write("due", due.due().toString())
                .write("days", due.days());
        moment(json, "last", due.last());
        record(json, "record", due.record());
        json.writeEnd();
    }

    static void write(JsonGenerator json, FollowUps.Account account, Language spoken) {
        json.writeStartObject()
                .write("health", account.health().name().toLowerCase(Locale.ROOT))
                .write("promises", account.promises())
                .write("overduePromises", account.broken())
                .writeStartArray("reasons");
        account.reasons().forEach(reason -> json.write(reason.in(spoken)));
        json.writeEnd();
        moment(json, "last", account.last());
        record(json, "record", account.record());
        record(json, "next", account.next());
        json.writeEnd();
    }

    static void write(JsonGenerator json, CadenceView view) {
        json.writeStartObject().write("id", view.id()).write("version", view.version());
        view.document().forEach((name, value) -> {
            if (value instanceof Boolean yes) {
                json.write(name, yes);
            } else if (value instanceof BigDecimal number) {
                json.write(name, number);
            } else {
                json.write(name, value.toString());
            }
        });
        json.write("made", view.made()).write("done", view.done()).writeEnd();
    }

    private static void moment(JsonGenerator json, String name, @Nullable Instant at) {
        if (at != null) {
            json.write(name, at.toString());
        }
    }

    static void record(JsonGenerator json, String name, @Nullable RecordView record) {
        if (record != null) {
            json.writeKey(name);
            RecordJson.write(json, record, Set.of());
        }
    }
}
