package org.quanhe.crm.audit.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.audit.DocumentVersion;
import org.quanhe.crm.audit.entity.DocumentVersionRow;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.JsonText;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.records.control.DocumentDifference;
import org.quanhe.crm.records.control.RecordViews;

/** What documents that people change as a whole, automations and templates, said at each time. */
@ApplicationScoped
public class DocumentHistory {
    private static final int LONGEST_REASON = 500;
    private static final int MOST = 100;

    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private RecordViews views;

    /** Who writes a document, when and why. */
    public record Writing(
            Instant at, long by, String why, @Nullable Integer restores) {
        public Writing {
            why = why.strip();
            if (why.length() > LONGEST_REASON) {
                throw CrmException.invalidField(
                        "why", LocalizedMessage.of("records.error.tooLong", why.length(), LONGEST_REASON));
            }
        }
    }

    /** Keeps what the thing says from now on; what it said before too, if nobody kept it then. */
    public void keep(RecordRef thing, String before, String after, Writing writing) {
        List<DocumentVersionRow> known = rows(thing, 1);
        int number = known.isEmpty() ? 0 : known.get(0).number();
        boolean untold = known.isEmpty() && !JsonText.readMap(before).isEmpty();
        if (untold) {
            entities.persist(new DocumentVersionRow(thing, ++number, before, writing.at(), 0, "", null));
        }
        if (number == 0 || !JsonText.readMap(before).equals(JsonText.readMap(after))) {
            entities.persist(new DocumentVersionRow(
                    thing, number + 1, after, writing.at(), writing.by(), writing.why(), writing.restores()));
        }
    }

    /** All versions, newest first. */
    public List<DocumentVersion> of(RecordRef thing) {
        List<DocumentVersionRow> rows = rows(thing, MOST);
        Map<Long, String> names =
                views.names(rows.stream().map(DocumentVersionRow::writtenBy).collect(Collectors.toSet()));
        List<DocumentVersion> versions = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            DocumentVersionRow row = rows.get(i);
            List<LocalizedMessage> changes = i + 1 < rows.size()
                    ? DocumentDifference.between(
                            JsonText.readMap(rows.get(i + 1).document()), JsonText.readMap(row.document()))
                    : List.of();
            versions.add(new DocumentVersion(
                    row.number(),
                    row.writtenAt(),
                    names.getOrDefault(row.writtenBy(), ""),
                    row.why(),
                    row.restores(),
                    changes));
        }
        return versions;
    }

    /** What the thing said in that version; NOT_FOUND if there is none. */
    public Map<String, Object> document(RecordRef thing, int number) {
        return rows(thing, Integer.MAX_VALUE).stream()
                .filter(row -> row.number() == number)
                .map(row -> JsonText.readMap(row.document()))
                .findFirst()
                .orElseThrow(() -> CrmException.notFound(new RecordRef("versions", number)));
    }

    /** Fields have other names: every version says the same with these. */
    public void follow(RecordRef thing, UnaryOperator<Map<String, Object>> renamed) {
        for (DocumentVersionRow row : rows(thing, Integer.MAX_VALUE)) {
            Map<String, Object> document = JsonText.readMap(row.document());
            Map<String, Object> fresh = renamed.apply(document);
            if (!fresh.equals(document)) {
                row.follow(JsonText.write(fresh));
            }
        }
    }

    private List<DocumentVersionRow> rows(RecordRef thing, int most) {
        return entities.createQuery(
                        "select v from DocumentVersionRow v where v.kind = :kind and v.thingId = :id"
                                + " order by v.number desc",
                        DocumentVersionRow.class)
                .setParameter("kind", thing.type())
                .setParameter("id", thing.id())
                .setMaxResults(most)
                .getResultList();
    }
}
