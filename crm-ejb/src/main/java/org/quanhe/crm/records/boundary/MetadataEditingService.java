package org.quanhe.crm.records.boundary;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.audit.FieldChange;
import org.quanhe.crm.audit.control.AuditTrail;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.platform.TimeSource;
import org.quanhe.crm.records.control.CalculationEffects;
import org.quanhe.crm.records.control.FieldUsers;
import org.quanhe.crm.records.control.MetadataActivation;
import org.quanhe.crm.records.control.ModelImpact;
import org.quanhe.crm.records.control.PublishedModel;
import org.quanhe.crm.records.control.RecordTypes;
import org.quanhe.crm.records.control.RecordViews;
import org.quanhe.crm.records.control.model.ModelChanges;
import org.quanhe.crm.records.control.model.ModelDifference;
import org.quanhe.crm.records.control.model.ModelHistory;
import org.quanhe.crm.records.control.model.ModelJson;
import org.quanhe.crm.records.control.transfer.Arrived;
import org.quanhe.crm.records.control.transfer.Differences;
import org.quanhe.crm.records.control.transfer.FileThings;
import org.quanhe.crm.records.control.transfer.Portables;
import org.quanhe.crm.records.entity.MetadataDraft;
import org.quanhe.crm.records.entity.MetadataVersion;
import org.quanhe.crm.records.entity.RecordEntity;
import org.quanhe.crm.records.metadata.Difference;
import org.quanhe.crm.records.metadata.Draft;
import org.quanhe.crm.records.metadata.Fitting;
import org.quanhe.crm.records.metadata.MetadataEditing;
import org.quanhe.crm.records.metadata.Model;
import org.quanhe.crm.records.metadata.PublishedVersion;
import org.quanhe.crm.records.metadata.Stand;
import org.quanhe.crm.records.spi.Access;

/** Drafts, publishing and going back. */
@Stateless
@Local(MetadataEditing.class)
public class MetadataEditingService implements MetadataEditing {
    private static final int MOST_LISTED = 200;

    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private RecordTypes types;

    @Inject
    private RecordViews views;

    @Inject
    private ModelChanges changes;

    @Inject
    private ModelImpact impact;

    @Inject
    private FieldUsers users;

    @Inject
    private Differences differences;

    @Inject
    private Portables portables;

    @Inject
    private TransferRehearsal rehearsal;

    @Inject
    private CalculationEffects effects;

    @Inject
    private MetadataActivation activation;

    @Inject
    private Access access;

    @Inject
    private AuditTrail audit;

    @Inject
    private TimeSource time;

    @Override
    public long number() {
        administratorsOnly();
        return current().number();
    }

    @Override
    public Model published() {
        administratorsOnly();
        return current().model();
    }

    @Override
    public Model draftModel(long id) {
        administratorsOnly();
        return changed(found(id));
    }

    @Override
    public Draft draft(List<?> documents, String why) {
        administratorsOnly();
        MetadataDraft draft = new MetadataDraft(
                current().number(), time.now(), access.caller().id());
        return written(draft, documents, why);
    }

    @Override
    public Draft redraft(long id, List<?> documents, String why) {
        administratorsOnly();
        return written(found(id), documents, why);
    }

    private Draft written(MetadataDraft draft, List<?> documents, String why) {
        Model model = applied(draft, current().model(), documents);
        types.check(model);
        draft.write(documents, MetadataDraft.reason(why));
        entities.persist(draft);
        entities.flush();
        return draft.view();
    }

    @Override
    public Draft open(long id) {
        administratorsOnly();
        return found(id).view();
    }

    @Override
    public List<Draft> waiting() {
        administratorsOnly();
        return entities
                .createQuery(
                        "select d from MetadataDraft d where d.state = :open order by d.id desc", MetadataDraft.class)
                .setParameter("open", Draft.State.OPEN)
                .setMaxResults(MOST_LISTED)
                .getResultList()
                .stream()
                .map(MetadataDraft::view)
                .toList();
    }

    @Override
    public void discard(long id) {
        administratorsOnly();
        found(id).discard();
    }

    @Override
    public Difference difference(long id) {
        administratorsOnly();
        MetadataDraft draft = found(id);
        Model after = changed(draft);
        Difference shaped = differences.withDoubles(current().model(), after);
        return draft.bringsThings()
                ? Differences.with(
                        shaped,
                        rehearsal.rehearse(current(), after, FileThings.stored(draft.things()), draft.fitting()))
                : shaped;
    }

    @Override
    public PublishedVersion publish(long id, String why) {
        administratorsOnly();
        MetadataDraft draft = entities.find(MetadataDraft.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (draft == null) {
            throw CrmException.notFound(new RecordRef("drafts", id));
        }
        String reason = why.isBlank() ? draft.view().why() : why;
        // asked once: the number and the model that the changes are made on belong together, or what is published in
        // this
        // very moment would be overwritten
        PublishedModel before = current();
        draft.publishedAs(before.number() + 1);
        Model after = applied(draft, before.model(), draft.view().changes());
        return publish(before, after, reason, null, FileThings.stored(draft.things()), draft.fitting());
    }

    @Override
    public List<PublishedVersion> versions() {
        administratorsOnly();
        return entities
                .createQuery("select v from MetadataVersion v order by v.number desc", MetadataVersion.class)
                .setMaxResults(MOST_LISTED)
                .getResultList()
                .stream()
                .map(this::view)
                .toList();
    }

    @Override
    public Difference restoring(long number) {
        administratorsOnly();
        return differences.withDoubles(current().model(), earlier(number, current()));
    }

    @Override
    public PublishedVersion restore(long number, String why) {
        administratorsOnly();
        PublishedModel before = current();
        return publish(before, earlier(number, before), why, number, FileThings.NONE, Fitting.in(Language.EN));
    }

    @Override
    public void standIn(long draft, List<Stand> instead) {
        administratorsOnly();
        found(draft).standIn(instead);
    }

    private Model earlier(long number, PublishedModel present) {
        MetadataVersion row = number == 0 ? null : entities.find(MetadataVersion.class, number);
        if (row == null && number != 0) {
            throw CrmException.notFound(new RecordRef("versions", number));
        }
        Model earlier = row == null ? Model.EMPTY : ModelJson.read(row.model());
        return ModelHistory.restored(earlier, present.model());
    }

    private PublishedVersion publish(
            PublishedModel before,
            Model model,
            String why,
            @Nullable Long restores,
            FileThings things,
            Fitting fitting) {
        types.check(model);
        MetadataVersion row = new MetadataVersion(
                before.number() + 1,
                ModelJson.write(model),
                time.now(),
                access.caller().id(),
                MetadataDraft.reason(why),
                restores);
        entities.persist(row);
        try {
            entities.flush();
        } catch (PersistenceException overtaken) {
            throw new CrmException(
                    CrmException.Kind.CONFLICT,
                    LocalizedMessage.of("records.metadata.error.publishing"),
                    List.of(),
                    overtaken);
        }
        impact.claimUnique(before.model(), model);
        effects.published(before.model(), model);
        users.follow(before.model(), model);
        PublishedModel published = new PublishedModel(row.number(), model);
        Arrived arrived = portables.bring(published, things, fitting, MetadataDraft.reason(why));
        if (!arrived.problems().isEmpty()) {
            throw CrmException.invalid(arrived.problems());
        }
        List<Difference.Line> lines = new ArrayList<>(ModelDifference.between(before.model(), model));
        lines.addAll(arrived.lines());
        audit.note(
                new RecordRef("metadata", row.number()),
                time.now(),
                access.caller().id(),
                restores == null ? "published" : "restored",
                lines.stream()
                        .map(line -> new FieldChange(
                                line.field().isEmpty() ? line.type() : line.type() + "." + line.field(),
                                "",
                                line.text().in(Language.EN)))
                        .toList(),
                MetadataDraft.reason(why));
        activation.behindTheCommit(published);
        return view(row);
    }

    /** What is in force; another process may have published a moment ago. */
    private PublishedModel current() {
        activation.catchUp();
        return types.published();
    }

    private Model changed(MetadataDraft draft) {
        Model model = applied(draft, current().model(), draft.view().changes());
        types.check(model);
        return model;
    }

    /** A draft that brings things need not change types and fields. */
    private Model applied(MetadataDraft draft, Model model, List<?> documents) {
        return documents.isEmpty() && draft.bringsThings() ? model : changes.apply(model, documents);
    }

    private MetadataDraft found(long id) {
        MetadataDraft draft = entities.find(MetadataDraft.class, id);
        if (draft == null) {
            throw CrmException.notFound(new RecordRef("drafts", id));
        }
        return draft;
    }

    private PublishedVersion view(MetadataVersion row) {
        RecordEntity by = views.visible(types.named("users"), row.publishedBy());
        return new PublishedVersion(
                row.number(), row.publishedAt(), by == null ? "" : by.title(), row.why(), row.restores());
    }

    private void administratorsOnly() {
        if (!access.caller().administrator()) {
            throw CrmException.forbidden("identity.error.administratorsOnly");
        }
    }
}
