package org.quanhe.crm.automation.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.automation.entity.AutomationSecret;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.LocalizedMessage;

/** Takes secrets out of documents: what stays there is {@code {"kept": 17}}, which may be shown and sent back. */
@ApplicationScoped
public class Secrets {
    private static final String KEPT = "kept";

    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private Definitions definitions;

    /** The number under which a secret is kept; nothing for anything else. */
    public static Optional<Long> kept(@Nullable Object value) {
        return value instanceof Map<?, ?> map && map.size() == 1 && map.get(KEPT) instanceof BigDecimal number
                ? Optional.of(number.longValue())
                : Optional.empty();
    }

    /**
     * The document with the secrets of its actions put away.
     *
     * @throws CrmException INVALID where it points to a secret that is not the automation's own
     */
    Map<String, Object> putAway(Map<String, ?> document, long automation) {
        Map<String, Object> without = new LinkedHashMap<>(document);
        without.computeIfPresent("actions", (name, steps) -> steps(steps, name, automation));
        return without;
    }

    private Object steps(Object steps, String path, long automation) {
        List<Object> without = new ArrayList<>();
        if (steps instanceof List<?> list) {
            for (Object step : list) {
                String place = path + "[" + without.size() + "]";
                without.add(step instanceof Map<?, ?> map ? step(map, place, automation) : step);
            }
        }
        return without;
    }

    private Map<String, Object> step(Map<?, ?> step, String path, long automation) {
        Map<String, Object> without = new LinkedHashMap<>();
        step.forEach((key, value) -> without.put(key.toString(), value));
        for (String branch : List.of("then", "else")) {
            without.computeIfPresent(branch, (name, steps) -> steps(steps, path + "." + name, automation));
        }
        for (String name : definitions.secretsOf(String.valueOf(step.get("do")))) {
            without.computeIfPresent(name, (key, value) -> secret(value, path + "." + key, automation));
        }
        return without;
    }

    private Object secret(Object value, String path, long automation) {
        Optional<Long> known = kept(value);
        if (known.isEmpty()) {
            AutomationSecret secret = new AutomationSecret(automation, value.toString());
            entities.persist(secret);
            return Map.of(KEPT, BigDecimal.valueOf(secret.id()));
        }
        if (known.flatMap(number -> find(number, automation)).isEmpty()) {
            throw CrmException.invalidField(path, LocalizedMessage.of("automation.error.noSecret"));
        }
        return value;
    }

    /** The secret that the document points to. */
    public String of(@Nullable Object value, long automation) {
        return kept(value)
                .flatMap(number -> find(number, automation))
                .orElseThrow(() -> CrmException.invalid("automation.error.noSecret"));
    }

    private Optional<String> find(long number, long automation) {
        return Optional.ofNullable(entities.find(AutomationSecret.class, number))
                .filter(secret -> secret.belongsTo(automation))
                .map(AutomationSecret::secret);
    }

    /** Forgets all secrets of an automation that is removed. */
    public void forget(long automation) {
        entities.createQuery("delete from AutomationSecret s where s.automationId = :automation")
                .setParameter("automation", automation)
                .executeUpdate();
    }
}
