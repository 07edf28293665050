package org.quanhe.crm.records.boundary;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.audit.FieldChange;
import org.quanhe.crm.audit.control.AuditTrail;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.CrmException.Violation;
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
import org.quanhe.crm.records.control.model.ModelSteps;
import org.quanhe.crm.records.control.transfer.MetadataTransfer;
import org.quanhe.crm.records.control.transfer.StarterSets;
import org.quanhe.crm.records.entity.MetadataDraft;
import org.quanhe.crm.records.entity.MetadataVersion;
import org.quanhe.crm.records.entity.RecordEntity;
import org.quanhe.crm.records.metadata.Difference;
import org.quanhe.crm.records.metadata.Draft;
import org.quanhe.crm.records.metadata.MetadataEditing;
import org.quanhe.crm.records.metadata.Model;
import org.quanhe.crm.records.metadata.PublishedVersion;
import org.quanhe.crm.records.metadata.Rehearsal;
import org.quanhe.crm.records.metadata.Starter;
import org.quanhe.crm.records.spi.Access;

/** Drafts, publishing and going back. */
@Stateless
@Local(MetadataEditing.class)
public class MetadataEditingService implements MetadataEditing {
    private static final int LONGEST_REASON = 500;
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
    private MetadataTransfer transfer;

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
        Model model = changes.apply(current().model(), documents);
        types.check(model);
        draft.write(documents, reason(why));
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
        return withDoubles(changed(found(id)));
    }

    private Difference difference(Model after) {
        Model before = current().model();
        List<Difference.Line> warnings = new ArrayList<>(impact.warnings(before, after));
        warnings.addAll(users.warnings(before, after));
        List<Difference.Line> known = ModelDifference.missingTexts(before);
        ModelDifference.missingTexts(after).stream()
                .filter(line -> !known.contains(line))
                .forEach(warnings::add);
        return new Difference(ModelDifference.between(before, after), warnings);
    }

    /** What publishing would refuse is told before. */
    private Difference withDoubles(Model after) {
        Difference known = difference(after);
        List<Difference.Line> warnings =
                new ArrayList<>(impact.doubleLines(current().model(), after));
        warnings.addAll(known.warnings());
        return new Difference(known.lines(), warnings);
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
        return publish(before, changes.apply(before.model(), draft.view().changes()), reason, null);
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
        return withDoubles(earlier(number, current()));
    }

    @Override
    public PublishedVersion restore(long number, String why) {
        administratorsOnly();
        PublishedModel before = current();
        return publish(before, earlier(number, before), why, number);
    }

    @Override
    public byte[] export(Collection<String> names) {
        administratorsOnly();
        return transfer.export(current().model(), names);
    }

    @Override
    public Rehearsal rehearse(byte[] file) {
        administratorsOnly();
        Model before = current().model();
        Model after = transfer.laidOver(before, file);
        List<Violation> problems = transfer.problems(before, after);
        return new Rehearsal(
                problems.isEmpty()
                        ? difference(after)
                        : new Difference(ModelDifference.between(before, after), List.of()),
                problems);
    }

    @Override
    public Optional<Draft> importFile(byte[] file, boolean publish, String why) {
        administratorsOnly();
        Model before = current().model();
        Model after = transfer.laidOver(before, file);
        types.check(after);
        List<Object> steps = ModelSteps.between(before, after);
        if (steps.isEmpty()) {
            return Optional.empty();
        }
        Draft draft = draft(steps, why);
        if (publish) {
            publish(draft.id(), why);
        }
        return Optional.of(open(draft.id()));
    }

    @Override
    public List<Starter> starters() {
        administratorsOnly();
        return StarterSets.all(current().model());
    }

    @Override
    public byte[] starterFile(String id) {
        administratorsOnly();
        return transfer.starter(id);
    }

    @Override
    public Optional<Draft> loadStarter(String id) {
        byte[] file = starterFile(id);
        return importFile(file, current().model().types().isEmpty(), id);
    }

    private Model earlier(long number, PublishedModel present) {
        MetadataVersion row = number == 0 ? null : entities.find(MetadataVersion.class, number);
        if (row == null && number != 0) {
            throw CrmException.notFound(new RecordRef("versions", number));
        }
        Model earlier = row == null ? Model.EMPTY : ModelJson.read(row.model());
        return ModelHistory.restored(earlier, present.model());
    }

    private PublishedVersion publish(PublishedModel before, Model model, String why, @Nullable Long restores) {
        types.check(model);
        MetadataVersion row = new MetadataVersion(
                before.number() + 1,
                ModelJson.write(model),
                time.now(),
                access.caller().id(),
                reason(why),
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
        audit.note(
                new RecordRef("metadata", row.number()),
                time.now(),
                access.caller().id(),
                restores == null ? "published" : "restored",
                ModelDifference.between(before.model(), model).stream()
                        .map(line -> new FieldChange(
                                line.field().isEmpty() ? line.type() : line.type() + "." + line.field(),
                                "",
                                line.text().in(Language.EN)))
                        .toList(),
                reason(why));
        activation.behindTheCommit(new PublishedModel(row.number(), model));
        return view(row);
    }

    /** What is in force; another process may have published a moment ago. */
    private PublishedModel current() {
        activation.catchUp();
        return types.published();
    }

    private Model changed(MetadataDraft draft) {
        Model model = changes.apply(current().model(), draft.view().changes());
        types.check(model);
        return model;
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

    private static String reason(String why) {
        String reason = why.strip();
        if (reason.length() > LONGEST_REASON) {
            throw CrmException.invalidField(
                    "why", LocalizedMessage.of("records.error.tooLong", reason.length(), LONGEST_REASON));
        }
        return reason;
    }

    private void administratorsOnly() {
        if (!access.caller().administrator()) {
            throw CrmException.forbidden("identity.error.administratorsOnly");
        }
    }
}
