package org.quanhe.crm.records.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnit;
import java.lang.System.Logger.Level;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.Texts;
import org.quanhe.crm.records.RecordTypeView;
import org.quanhe.crm.records.control.model.ModelCheck;
import org.quanhe.crm.records.control.model.ModelTexts;
import org.quanhe.crm.records.entity.CustomRecord;
import org.quanhe.crm.records.entity.RecordType;
import org.quanhe.crm.records.metadata.Model;
import org.quanhe.crm.records.spi.ChoiceSource.Choice;

/** All record types: those found among the entities of the persistence unit, shaped as the published model says. */
@ApplicationScoped
public class RecordTypes {
    private static final System.Logger LOG = System.getLogger(RecordTypes.class.getName());

    @PersistenceUnit(unitName = "crm")
    private EntityManagerFactory factory;

    @Inject
    private FieldTypes fieldTypes;

    @Inject
    private PublishedModels published;

    @Inject
    private ChosenFields chosenFields;

    private volatile @Nullable Map<String, RecordTypeDescriptor> builtIn;
    private volatile @Nullable Map<String, List<Choice>> choices;
    private volatile @Nullable Shape shape;
    private final ThreadLocal<Shape> supposed = new ThreadLocal<>();

    /** What holds between two publishings. */
    private record Shape(
            PublishedModel published,
            Map<String, RecordTypeDescriptor> types,
            Calculations calculations,
            FieldConditions conditions) {}

    public Collection<RecordTypeDescriptor> all() {
        return shape().types().values();
    }

    public List<RecordTypeView> views() {
        return all().stream().map(RecordTypeDescriptor::view).toList();
    }

    public Optional<RecordTypeDescriptor> find(String name) {
        return Optional.ofNullable(shape().types().get(name));
    }

    /** The type that a reference field points to; empty where there is none. */
    public String target(String type, String field) {
        return find(type)
                .map(known -> known.fields().get(field))
                .map(known -> known.view().target())
                .orElse("");
    }

    /** The type of that name; NOT_FOUND if there is none. */
    public RecordTypeDescriptor named(String name) {
        return find(name).orElseThrow(() -> unknown(name));
    }

    /** The refusal for a type that is not there or not to be seen: both look the same. */
    public static CrmException unknown(String name) {
        String told = name.length() > 60 ? name.substring(0, 60) + "…" : name;
        return new CrmException(CrmException.Kind.NOT_FOUND, LocalizedMessage.of("records.error.unknownType", told));
    }

    /** The model in force. */
    public PublishedModel published() {
        return shape().published();
    }

    /** Types and fields are as the model says from now on; an older one than that in force is ignored. */
    public synchronized void use(PublishedModel newer) {
        Shape known = shape;
        if (known == null || known.published().number() < newer.number()) {
            build(newer);
        }
    }

    /** Takes over choices that people changed; true if there were any. */
    public synchronized boolean rechoose() {
        Map<String, List<Choice>> now = chosenFields.read();
        if (now.equals(choices())) {
            return false;
        }
        choices = now;
        build(shape().published());
        return true;
    }

    private Map<String, List<Choice>> choices() {
        Map<String, List<Choice>> known = choices;
        if (known == null) {
            known = chosenFields.read();
            choices = known;
        }
        return known;
    }

    private void build(PublishedModel newer) {
        Map<String, RecordTypeDescriptor> types = shaped(newer.model());
        Map<Language, Map<String, String>> texts = ModelTexts.of(newer.model());
        ChosenFields.tell(choices(), texts);
        Texts.publish(texts);
        Calculations calculations = CalculationReader.read(newer.model(), types);
        FieldConditions conditions = FieldConditions.read(newer.model(), types);
        // one that the application of today refuses, after an upgrade: its field keeps the values it has
        Stream.concat(calculations.violations().stream(), conditions.violations().stream())
                .forEach(violation -> LOG.log(
                        Level.WARNING,
                        "{0}: {1}",
                        violation.field(),
                        violation.message().in(Language.EN)));
        shape = new Shape(newer, types, calculations, conditions);
    }

    /** Refuses a model that cannot be, whatever the records say; names all that is wrong. */
    public void check(Model model) {
        ModelCheck.check(model, builtInFields(), customTypeFields().keySet());
        new CustomFields(fieldTypes).check(model);
        Map<String, RecordTypeDescriptor> shaped = shaped(model);
        CalculationReader.read(model, shaped).refuse();
        FieldConditions.read(model, shaped).refuse();
    }

    /** When fields are shown, demanded and closed. */
    public FieldConditions conditions() {
        return shape().conditions();
    }

    /** The calculated fields in force. */
    public Calculations calculations() {
        return shape().calculations();
    }

    /** The calculated fields as that model would make them. */
    Calculations calculations(Model model) {
        return CalculationReader.read(model, shaped(model));
    }

    /** Where a reference field that came with the application points to. */
    public Optional<String> builtInTarget(String type, String field) {
        RecordTypeDescriptor known = builtIn().get(type);
        FieldDescriptor found = known == null
                ? customTypeFields().get(field)
                : known.builtInFields().get(field);
        return Optional.ofNullable(found)
                .map(reference -> reference.view().target())
                .filter(target -> !target.isEmpty());
    }

    private static Map<String, FieldDescriptor> customTypeFields() {
        return EntityFields.of(CustomRecord.class, "");
    }

    private Map<String, Set<String>> builtInFields() {
        return builtIn().values().stream()
                .collect(Collectors.toMap(
                        RecordTypeDescriptor::name, type -> type.builtInFields().keySet()));
    }

    /** What the work sees of types and fields is as the model makes them; for all others they stay as they are. */
    public <T> T supposing(PublishedModel model, Supplier<T> work) {
        Shape around = supposed.get();
        Map<String, RecordTypeDescriptor> types = shaped(model.model());
        supposed.set(new Shape(
                model,
                types,
                CalculationReader.read(model.model(), types),
                FieldConditions.read(model.model(), types)));
        try {
            return work.get();
        } finally {
            if (around == null) {
                supposed.remove();
            } else {
                supposed.set(around);
            }
        }
    }

    /** The types as that model would make them. */
    public Map<String, RecordTypeDescriptor> shaped(Model model) {
        CustomFields fields = new CustomFields(fieldTypes);
        Map<String, RecordTypeDescriptor> found = new LinkedHashMap<>(builtIn());
        found.replaceAll((name, type) -> type.choosing(choices()));
        model.types().values().forEach(type -> {
            RecordTypeDescriptor plain = type.builtIn()
                    ? found.get(type.name())
                    : RecordTypeDescriptor.custom(new TypeTraits(
                            type.name(),
                            type.icon(),
                            type.menu(),
                            RecordType.Preset.valueOf(type.rights().toUpperCase(Locale.ROOT)),
                            ""));
            if (plain != null && !type.retired()) {
                found.put(
                        type.name(),
                        plain.with(fields.of(type, plain.builtInFields().keySet())));
            }
        });
        Map<String, RecordTypeDescriptor> sorted = new LinkedHashMap<>();
        found.values().stream()
                .sorted(Comparator.comparingInt(RecordTypes::place).thenComparing(RecordTypeDescriptor::name))
                .forEach(type -> sorted.put(type.name(), type));
        return sorted;
    }

    private static int place(RecordTypeDescriptor type) {
        return type.traits().menu() == 0 ? Integer.MAX_VALUE : type.traits().menu();
    }

    private Shape shape() {
        Shape here = supposed.get();
        if (here != null) {
            return here;
        }
        Shape known = shape;
        if (known == null) {
            use(published.read());
            known = shape;
        }
        return Objects.requireNonNull(known);
    }

    private Map<String, RecordTypeDescriptor> builtIn() {
        Map<String, RecordTypeDescriptor> known = builtIn;
        if (known == null) {
            known = factory.getMetamodel().getEntities().stream()
                    .filter(entity -> entity.getJavaType().isAnnotationPresent(RecordType.class))
                    .map(RecordTypeDescriptor::of)
                    .collect(Collectors.toMap(RecordTypeDescriptor::name, type -> type));
            builtIn = known;
        }
        return known;
    }
}
