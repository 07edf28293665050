package org.quanhe.crm.records.control.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.CrmException.Violation;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.records.control.ModelImpact;
import org.quanhe.crm.records.control.RecordTypes;
import org.quanhe.crm.records.metadata.Model;
import org.quanhe.crm.records.metadata.TypeModel;

/** Metadata out of this system and into it. */
@ApplicationScoped
public class MetadataTransfer {
    @Inject
    private RecordTypes types;

    @Inject
    private ModelImpact impact;

    /** The named types of the model as a file, all if none is named. */
    public byte[] export(Model model, Collection<String> names) {
        if (names.isEmpty()) {
            return MetadataFile.of(model).write();
        }
        Model chosen = Model.EMPTY;
        for (String name : names) {
            TypeModel shaped = model.type(name);
            if (shaped == null && types.find(name).isEmpty()) {
                throw CrmException.invalidField(
                        "types", RecordTypes.unknown(name).text());
            }
            chosen = chosen.with(shaped == null ? TypeModel.builtIn(name) : shaped);
        }
        return MetadataFile.of(chosen).write();
    }

    /** The model with the file laid over it; it may be one that cannot be. */
    public Model laidOver(Model current, byte[] file) {
        return LaidOver.of(current, MetadataFile.read(file).model());
    }

    /** Why that model could not be published; what values forbid is asked only of a model that can be. */
    public List<Violation> problems(Model before, Model after) {
        try {
            types.check(after);
        } catch (CrmException cannotBe) {
            return cannotBe.violations();
        }
        return impact.doubles(before, after);
    }

    /** The file of that starter set; NOT_FOUND if there is none. */
    public byte[] starter(String id) {
        String told = id.length() > 60 ? id.substring(0, 60) + "…" : id;
        return StarterSets.file(id)
                .orElseThrow(() -> new CrmException(
                        CrmException.Kind.NOT_FOUND, LocalizedMessage.of("platform.error.notFound", "starters", told)));
    }
}
