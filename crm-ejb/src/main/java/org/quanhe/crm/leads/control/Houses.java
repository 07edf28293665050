package org.quanhe.crm.leads.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quanhe.crm.dataquality.Doubles;
import org.quanhe.crm.dataquality.Doubles.Match;
import org.quanhe.crm.leads.Leads.Became;
import org.quanhe.crm.leads.Leads.House;
import org.quanhe.crm.leads.entity.ConversionTurn;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.records.Filter;
import org.quanhe.crm.records.Metadata;
import org.quanhe.crm.records.RecordView;
import org.quanhe.crm.records.Records;
import org.quanhe.crm.records.control.Collation;
import org.quanhe.crm.records.control.ReadableInSql;

/** The organisation for which somebody works who becomes a customer: found by its name or made, and the relation. */
@ApplicationScoped
class Houses {
    private static final String RELATIONS = "relations";

    /** An organisation is where the person works, as far as a lead tells. */
    private static final String ROLE = "employee";

    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private Records records;

    @Inject
    private Metadata metadata;

    @Inject
    private Doubles doubles;

    @Inject
    private ReadableInSql readable;

    @Inject
    private Takeover takeover;

    /**
     * The organisation that was ordered.
     *
     * @param name where the lead works, empty for nowhere
     */
    Optional<Became> of(House house, String name, RecordView lead) {
        return switch (house.choice()) {
            case NONE -> Optional.empty();
            case KNOWN -> Optional.of(known(house.number()));
            case NEW -> Optional.of(made(name, lead));
            case BY_NAME -> name.isEmpty() ? Optional.empty() : Optional.of(byName(name, lead));
        };
    }

    private Became known(long number) {
        RecordView found = records.open(Takeover.customer(number));
        if (!Takeover.organisation(found)) {
            throw CrmException.invalidField(
                    "organisation", LocalizedMessage.of("leads.error.noOrganisation", found.title()));
        }
        return new Became(found.ref(), false);
    }

    private Became made(String name, RecordView lead) {
        if (name.isEmpty()) {
            throw CrmException.invalidField("organisation", LocalizedMessage.of("leads.error.noCompany", lead.title()));
        }
        return new Became(
                records.create(Takeover.CUSTOMERS, takeover.organisation(lead, name))
                        .ref(),
                true);
    }

    /** Of two who need the same organisation at once, the second finds the one that the first made. */
    private Became byName(String name, RecordView lead) {
        int turn = Math.floorMod(Collation.key(name).hashCode(), ConversionTurn.MANY);
        entities.find(ConversionTurn.class, turn, LockModeType.PESSIMISTIC_WRITE);
        List<Match> matches = doubles.organisations(name);
        List<Match> written = matches.stream()
                .filter(match -> match.name().strip().equalsIgnoreCase(name))
                .toList();
        if (matches.isEmpty()) {
            return made(name, lead);
        }
        if (matches.size() > 1 && written.size() != 1) {
            throw new CrmException(
                    CrmException.Kind.CONFLICT, LocalizedMessage.of("leads.error.severalOrganisations", name));
        }
        return new Became((written.isEmpty() ? matches : written).get(0).record(), false);
    }

    /** The relation of both, unless there is one or the caller makes none. */
    Optional<RecordView> relate(RecordRef organisation, RecordView person) {
        boolean may = metadata.types().stream().anyMatch(type -> type.name().equals(RELATIONS) && type.mayCreate());
        if (!may || related(organisation, person.ref())) {
            return Optional.empty();
        }
        Map<String, Object> values =
                new HashMap<>(Map.of("customer", organisation, "related", person.ref(), "role", ROLE));
        if (person.value("jobTitle") != null) {
            values.put("remark", person.value("jobTitle"));
        }
        return Optional.of(records.create(RELATIONS, values));
    }

    private boolean related(RecordRef organisation, RecordRef person) {
        entities.flush();
        return !readable.query(
                        RELATIONS,
                        Filter.ALL,
                        "select r.id from Relation r where %s and r.customerId = :house and r.relatedId = :person",
                        Long.class)
                .setParameter("house", organisation.id())
                .setParameter("person", person.id())
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }
}
