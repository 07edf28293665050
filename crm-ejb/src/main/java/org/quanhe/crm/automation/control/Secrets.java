package org.quanhe.crm.automation.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
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
        return rewritten(document, (step, path) -> names(step)
                .forEach(name ->
                        step.computeIfPresent(name, (key, value) -> secret(value, path + "." + key, automation))));
    }

    /** The document as files have it: they hold no secrets, and numbers of secrets are those of one server. */
    Map<String, Object> leftOut(Map<String, ?> document) {
        return rewritten(document, (step, path) -> step.keySet().removeAll(names(step)));
    }

    /** A document that came without secrets, with those that the automation here keeps for the same steps. */
    Map<String, Object> keptFor(Map<String, ?> document, Map<String, ?> own) {
        Map<String, Object> known = new HashMap<>();
        rewritten(own, (step, path) -> names(step).forEach(name -> {
            if (step.get(name) != null) {
                known.put(path + "." + step.get("do") + "." + name, step.get(name));
            }
        }));
        return rewritten(document, (step, path) -> names(step).forEach(name -> {
            Object kept = known.get(path + "." + step.get("do") + "." + name);
            if (kept != null) {
                step.putIfAbsent(name, kept);
            }
        }));
    }

    private Set<String> names(Map<String, Object> step) {
        return definitions.secretsOf(String.valueOf(step.get("do")));
    }

    /** A copy, after each of its steps, also those of branches, was given to the work with its place. */
    private static Map<String, Object> rewritten(
            Map<String, ?> document, BiConsumer<Map<String, Object>, String> work) {
        Map<String, Object> copy = new LinkedHashMap<>(document);
        copy.computeIfPresent("actions", (name, steps) -> steps(steps, name, work));
        return copy;
    }

    private static Object steps(Object steps, String path, BiConsumer<Map<String, Object>, String> work) {
        if (!(steps instanceof List<?> list)) {
            return steps;
        }
        List<Object> copy = new ArrayList<>();
        for (Object step : list) {
            String place = path + "[" + copy.size() + "]";
            copy.add(step instanceof Map<?, ?> map ? step(map, place, work) : step);
        }
        return copy;
    }

    private static Map<String, Object> step(Map<?, ?> step, String path, BiConsumer<Map<String, Object>, String> work) {
        Map<String, Object> copy = new LinkedHashMap<>();
        step.forEach((key, value) -> copy.put(key.toString(), value));
        for (String branch : List.of("then", "else")) {
            copy.computeIfPresent(branch, (name, steps) -> steps(steps, path + "." + name, work));
        }
        work.accept(copy, path);
        return copy;
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
