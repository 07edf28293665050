package org.quanhe.crm.records.control.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.records.control.PublishedModel;
import org.quanhe.crm.records.control.RecordTypeDescriptor;
import org.quanhe.crm.records.control.RecordTypes;
import org.quanhe.crm.records.metadata.Fitting;
import org.quanhe.crm.records.metadata.MovingThing;
import org.quanhe.crm.records.metadata.Selection;
import org.quanhe.crm.records.spi.Portable;
import org.quanhe.crm.records.spi.Portable.Thing;

/** Things beside types and fields, of all kinds, out of this system and into it. */
@ApplicationScoped
public class Portables {
    @Inject
    @Any
    private Instance<Portable> found;

    @Inject
    private RecordNames names;

    @Inject
    private RecordTypes types;

    private List<Portable> kinds() {
        return found.stream().sorted(Comparator.comparingInt(Portable::place)).toList();
    }

    /** What is here and can be taken along. */
    public List<MovingThing> all() {
        List<MovingThing> all = new ArrayList<>();
        kinds().forEach(kind -> kind.all()
                .forEach(thing -> all.add(new MovingThing(kind.kind(), thing.key(), thing.name(), thing.type()))));
        return all;
    }

    /** The chosen things as files have them, in order of their keys. */
    FileThings export(Selection selection) {
        Map<String, List<Thing>> chosen = new LinkedHashMap<>();
        Set<String> unknown = new TreeSet<>(selection.things().keySet());
        for (Portable kind : kinds()) {
            unknown.remove(kind.kind());
            Set<String> keys = selection.things().getOrDefault(kind.kind(), Set.of());
            if (selection.all() || !keys.isEmpty()) {
                List<Thing> all = kind.all();
                refuseUnknown(kind.kind(), keys, all);
                chosen.put(
                        kind.kind(),
                        all.stream()
                                .filter(thing -> selection.all() || keys.contains(thing.key()))
                                .sorted(Comparator.comparing(Thing::key))
                                .toList());
            }
        }
        if (!unknown.isEmpty()) {
            throw CrmException.invalidField(
                    unknown.iterator().next(), LocalizedMessage.of("records.metadata.error.unknown"));
        }
        return FileThings.of(chosen);
    }

    private static void refuseUnknown(String kind, Set<String> keys, List<Thing> all) {
        Set<String> known = all.stream().map(Thing::key).collect(Collectors.toSet());
        keys.stream().filter(key -> !known.contains(key)).findFirst().ifPresent(key -> {
            throw CrmException.invalidField(
                    kind, LocalizedMessage.of("records.transfer.error.noThing", shortened(key)));
        });
    }

    private static String shortened(String key) {
        return key.length() > 60 ? key.substring(0, 60) + "…" : key;
    }

    /** All that the file brings is here; not whether it says the same. */
    boolean here(FileThings things) {
        return kinds().stream().filter(Portable::leaves).allMatch(kind -> {
            Set<String> known = kind.all().stream().map(Thing::key).collect(Collectors.toSet());
            return things.of(kind.kind()).stream().map(FileThings::key).allMatch(known::contains);
        });
    }

    /** Brings them in, where types and fields are as the model says. */
    public Arrived bring(PublishedModel model, FileThings things, Fitting fitting, String why) {
        if (things.isEmpty()) {
            return Arrived.NOTHING;
        }
        return types.supposing(model, () -> {
            Incoming incoming = new Incoming(names, model.model(), builtIn(), fitting, why);
            Set<String> unknown = new TreeSet<>(things.kinds());
            for (Portable kind : kinds()) {
                unknown.remove(kind.kind());
                List<Map<String, Object>> documents = things.of(kind.kind());
                for (int i = 0; i < documents.size(); i++) {
                    kind.bring(
                            FileThings.key(documents.get(i)),
                            FileThings.content(documents.get(i)),
                            incoming.thing(kind.kind(), i));
                }
            }
            unknown.forEach(kind -> incoming.problem(kind, LocalizedMessage.of("records.metadata.error.unknown")));
            return incoming.arrived();
        });
    }

    private Set<String> builtIn() {
        return types.all().stream()
                .filter(RecordTypeDescriptor::isBuiltIn)
                .map(RecordTypeDescriptor::name)
                .collect(Collectors.toSet());
    }
}
