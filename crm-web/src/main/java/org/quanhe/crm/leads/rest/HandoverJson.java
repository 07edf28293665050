package org.quanhe.crm.leads.rest;

import jakarta.json.stream.JsonGenerator;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.leads.HandoverCounts;
import org.quanhe.crm.leads.HandoverView;
import org.quanhe.crm.leads.LeadTrail;

/** Questions to sales and trails as JSON. */
final class HandoverJson {
    private HandoverJson() {}

    static void write(JsonGenerator json, HandoverView view) {
        json.writeStartObject()
                .write("lead", view.lead().id())
                .write("name", view.name())
                .write("company", view.company())
                .write("score", view.score())
                .write("from", view.from())
                .write("note", view.note())
                .write("askedAt", view.askedAt().toString())
                .write("to", view.to())
                .write("team", view.team())
                .write("minutesLeft", view.minutesLeft())
                .write("model", view.model())
                .write("limitMinutes", view.limitMinutes())
                .write("mayAnswer", view.mayAnswer());
        moment(json, "dueAt", view.dueAt());
        moment(json, "escalatedAt", view.escalatedAt());
        json.writeEnd();
    }

    static void write(JsonGenerator json, LeadTrail trail) {
        json.writeStartObject().writeStartArray("items");
        trail.stays().forEach(stay -> {
            json.writeStartObject()
                    .write("status", stay.status())
                    .write("owner", stay.owner())
                    .write("by", stay.by())
                    .write("since", stay.since().toString())
                    .write("minutes", stay.minutes());
            moment(json, "until", stay.until());
            json.writeEnd();
        });
        json.writeEnd().writeEnd();
    }

    private static void moment(JsonGenerator json, String name, @Nullable Instant at) {
        if (at != null) {
            json.write(name, at.toString());
        }
    }

    static void write(JsonGenerator json, HandoverCounts counts) {
        json.writeStartObject()
                .write("waiting", counts.waiting())
                .write("overdue", counts.overdue())
                .write("accepted", counts.accepted())
                .write("returned", counts.returned())
                .writeStartArray("reasons");
        counts.reasons().forEach(reason -> json.writeStartObject()
                .write("why", reason.why())
                .write("count", reason.count())
                .writeEnd());
        json.writeEnd().writeStartArray("back");
        counts.back().forEach(back -> json.writeStartObject()
                .write("lead", back.lead().id())
                .write("name", back.name())
                .write("company", back.company())
                .write("why", back.why())
                .write("by", back.by())
                .write("at", back.at().toString())
                .writeEnd());
        json.writeEnd().writeEnd();
    }
}
