package org.quanhe.crm.records.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.records.RecordTypeView;
import org.quanhe.crm.records.entity.RecordEntity;
import org.quanhe.crm.records.entity.RecordType;

/** All record types, found among the entities of the persistence unit. */
@ApplicationScoped
public class RecordTypes {
    @PersistenceUnit(unitName = "crm")
    private EntityManagerFactory factory;

    private volatile @Nullable Map<String, RecordTypeDescriptor> types;

    public Collection<RecordTypeDescriptor> all() {
        return types().values();
    }

    public List<RecordTypeView> views() {
        return all().stream().map(RecordTypeDescriptor::view).toList();
    }

    public Optional<RecordTypeDescriptor> find(String name) {
        return Optional.ofNullable(types().get(name));
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

    public RecordTypeDescriptor of(RecordEntity entity) {
        return all().stream()
                .filter(type -> type.entity().isInstance(entity))
                .findFirst()
                .orElseThrow();
    }

    private Map<String, RecordTypeDescriptor> types() {
        Map<String, RecordTypeDescriptor> known = types;
        if (known == null) {
            Map<String, RecordTypeDescriptor> found = new LinkedHashMap<>();
            factory.getMetamodel().getEntities().stream()
                    .filter(entity -> entity.getJavaType().isAnnotationPresent(RecordType.class))
                    .map(RecordTypeDescriptor::new)
                    .sorted(Comparator.comparingInt((RecordTypeDescriptor type) ->
                                    type.annotation().menu() == 0
                                            ? Integer.MAX_VALUE
                                            : type.annotation().menu())
                            .thenComparing(RecordTypeDescriptor::name))
                    .forEach(type -> found.put(type.name(), type));
            known = found;
            types = known;
        }
        return known;
    }
}
