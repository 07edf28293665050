package org.quanhe.crm.records.control.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.TreeSet;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.CrmException.Violation;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.records.control.ModelImpact;
import org.quanhe.crm.records.control.RecordTypes;
import org.quanhe.crm.records.metadata.Model;
import org.quanhe.crm.records.metadata.Selection;
import org.quanhe.crm.records.metadata.Starter;
import org.quanhe.crm.records.metadata.TypeModel;

/** Metadata out of this system and into it. */
@ApplicationScoped
public class MetadataTransfer {
    @Inject
    private RecordTypes types;

    @Inject
    private ModelImpact impact;

    @Inject
    private Portables portables;

    /** What is selected as a file. */
    public byte[] export(Model model, Selection selection) {
        FileThings things = portables.export(selection);
        if (selection.all()) {
            return MetadataFile.of(model, things).write();
        }
        Model chosen = Model.EMPTY;
        for (String name : new TreeSet<>(selection.types())) {
            TypeModel shaped = model.type(name);
            if (shaped == null && types.find(name).isEmpty()) {
                throw CrmException.invalidField(
                        "types", RecordTypes.unknown(name).text());
            }
            chosen = chosen.with(shaped == null ? TypeModel.builtIn(name) : shaped);
        }
        return MetadataFile.of(chosen, things).write();
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

    /** The starter sets, held against what is here. */
    public List<Starter> starters(Model current) {
        return StarterSets.all(current).stream()
                .map(starter -> {
                    boolean here = starter.loaded()
                            && portables.here(
                                    MetadataFile.read(starter(starter.id())).things());
                    return new Starter(
                            starter.id(), starter.title(), starter.about(), starter.brings(), starter.things(), here);
                })
                .toList();
    }

    /** The file of that starter set; NOT_FOUND if there is none. */
    public byte[] starter(String id) {
        String told = id.length() > 60 ? id.substring(0, 60) + "…" : id;
        return StarterSets.file(id)
                .orElseThrow(() -> new CrmException(
                        CrmException.Kind.NOT_FOUND, LocalizedMessage.of("platform.error.notFound", "starters", told)));
    }
}
