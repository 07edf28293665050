package org.quanhe.crm.records.boundary;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.CrmException.Violation;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.platform.TimeSource;
import org.quanhe.crm.records.control.MetadataActivation;
import org.quanhe.crm.records.control.PublishedModel;
import org.quanhe.crm.records.control.RecordTypes;
import org.quanhe.crm.records.control.model.ModelDifference;
import org.quanhe.crm.records.control.model.ModelSteps;
import org.quanhe.crm.records.control.transfer.Arrived;
import org.quanhe.crm.records.control.transfer.Differences;
import org.quanhe.crm.records.control.transfer.LaidOver;
import org.quanhe.crm.records.control.transfer.MetadataFile;
import org.quanhe.crm.records.control.transfer.MetadataTransfer;
import org.quanhe.crm.records.control.transfer.Portables;
import org.quanhe.crm.records.entity.MetadataDraft;
import org.quanhe.crm.records.metadata.Difference;
import org.quanhe.crm.records.metadata.Draft;
import org.quanhe.crm.records.metadata.Fitting;
import org.quanhe.crm.records.metadata.MetadataEditing;
import org.quanhe.crm.records.metadata.MetadataFiles;
import org.quanhe.crm.records.metadata.Model;
import org.quanhe.crm.records.metadata.MovingThing;
import org.quanhe.crm.records.metadata.Rehearsal;
import org.quanhe.crm.records.metadata.Selection;
import org.quanhe.crm.records.metadata.Starter;
import org.quanhe.crm.records.spi.Access;

/** Files out and in. */
@Stateless
@Local(MetadataFiles.class)
public class MetadataFilesService implements MetadataFiles {
    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private MetadataEditing editing;

    @Inject
    private RecordTypes types;

    @Inject
    private MetadataActivation activation;

    @Inject
    private MetadataTransfer transfer;

    @Inject
    private Differences differences;

    @Inject
    private Portables portables;

    @Inject
    private TransferRehearsal rehearsal;

    @Inject
    private Access access;

    @Inject
    private TimeSource time;

    @Override
    public byte[] export(Selection selection) {
        administratorsOnly();
        return transfer.export(current().model(), selection);
    }

    @Override
    public List<MovingThing> things() {
        administratorsOnly();
        return portables.all();
    }

    @Override
    public Rehearsal rehearse(byte[] file, Fitting fitting) {
        administratorsOnly();
        MetadataFile read = MetadataFile.read(file);
        PublishedModel before = current();
        Model after = LaidOver.of(before.model(), read.model());
        List<Violation> problems = new ArrayList<>(transfer.problems(before.model(), after));
        if (!problems.isEmpty()) {
            return new Rehearsal(new Difference(ModelDifference.between(before.model(), after), List.of()), problems);
        }
        Arrived arrived = rehearsal.rehearse(before, after, read.things(), fitting);
        problems.addAll(arrived.problems());
        Arrived kept = new Arrived(arrived.lines(), arrived.warnings(), arrived.missing(), List.of());
        return new Rehearsal(Differences.with(differences.between(before.model(), after), kept), problems);
    }

    @Override
    public Optional<Draft> importFile(byte[] file, boolean publish, String why, Fitting fitting) {
        administratorsOnly();
        MetadataFile read = MetadataFile.read(file);
        PublishedModel before = current();
        Model after = LaidOver.of(before.model(), read.model());
        types.check(after);
        List<Object> steps = ModelSteps.between(before.model(), after);
        Arrived arrived = rehearsal.rehearse(before, after, read.things(), fitting);
        if (!arrived.problems().isEmpty()) {
            throw CrmException.invalid(arrived.problems());
        }
        if (steps.isEmpty() && arrived.lines().isEmpty()) {
            return Optional.empty();
        }
        MetadataDraft draft =
                new MetadataDraft(before.number(), time.now(), access.caller().id());
        draft.take(read.things().written(), read.things().size());
        draft.fit(fitting);
        draft.write(steps, MetadataDraft.reason(why));
        entities.persist(draft);
        entities.flush();
        if (publish) {
            editing.publish(draft.id(), why);
        }
        return Optional.of(draft.view());
    }

    @Override
    public List<Starter> starters() {
        administratorsOnly();
        return transfer.starters(current().model());
    }

    @Override
    public byte[] starterFile(String id) {
        administratorsOnly();
        return transfer.starter(id);
    }

    @Override
    public Optional<Draft> loadStarter(String id, Language spoken) {
        byte[] file = starterFile(id);
        return importFile(file, current().model().types().isEmpty(), id, Fitting.in(spoken));
    }

    private PublishedModel current() {
        activation.catchUp();
        return types.published();
    }

    private void administratorsOnly() {
        if (!access.caller().administrator()) {
            throw CrmException.forbidden("identity.error.administratorsOnly");
        }
    }
}
