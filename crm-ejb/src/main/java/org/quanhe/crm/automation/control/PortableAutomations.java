package org.quanhe.crm.automation.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.automation.entity.AutomationRule;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.CrmException.Violation;
import org.quanhe.crm.platform.JsonText;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.records.control.transfer.Mentions;
import org.quanhe.crm.records.control.transfer.RecordNames;
import org.quanhe.crm.records.spi.Arrival;
import org.quanhe.crm.records.spi.Portable;

/**
 * Automations in files: their documents, with teams, colleagues and processes by name and without secrets. One that
 * cannot work here, or lacks a record or a secret, arrives switched off. It runs with the rights of who brought it in.
 */
@ApplicationScoped
class PortableAutomations implements Portable {
    private static final Set<String> CONDITIONS = Set.of("condition", "if", "when");
    private static final String ACTIVE = "active";
    private static final int LONGEST_NAME = 200;

    @Inject
    private AutomationBook book;

    @Inject
    private Definitions definitions;

    @Inject
    private Secrets secrets;

    @Inject
    private RecordNames names;

    @Override
    public String kind() {
        return "automations";
    }

    @Override
    public int place() {
        return 30;
    }

    @Override
    public List<Thing> all() {
        return book.all().stream()
                .map(rule -> new Thing(
                        rule.code(), called(rule.name()), rule.recordType(), named(JsonText.readMap(rule.document()))))
                .toList();
    }

    private static LocalizedMessage called(String name) {
        return LocalizedMessage.named(
                Arrays.stream(Language.values()).map(language -> name).toList());
    }

    private Map<String, Object> named(Map<String, Object> document) {
        Map<String, Object> named = new LinkedHashMap<>(mentions(document).named(secrets.leftOut(document)));
        // on is what an automation is that says nothing
        named.remove(ACTIVE, true);
        return named;
    }

    private Mentions mentions(Map<String, Object> document) {
        return new Mentions(names, definitions::type, CONDITIONS, object -> {
            if (object.get("do") instanceof String action) {
                return Optional.of(definitions.mentions(action));
            }
            // what a trigger compares a reference field with numbers records too
            return object.get("on") instanceof String trigger
                    ? definitions
                            .type(String.valueOf(document.get("type")))
                            .map(type -> definitions.mentions(trigger, object, type))
                            .or(() -> Optional.of(Map.of()))
                    : Optional.empty();
        });
    }

    @Override
    public void bring(String key, Map<String, Object> document, Arrival arrival) {
        Optional<AutomationRule> known = book.find(key);
        Map<String, Object> own =
                known.map(rule -> JsonText.readMap(rule.document())).orElse(Map.of());
        Map<String, Object> before = known.isEmpty() ? Map.of() : named(own);
        Incoming chosen = null;
        for (Map<String, Object> said : arrival.spoken(document)) {
            Incoming incoming = incoming(said, own, arrival);
            if (incoming == null || incoming.named().equals(before)) {
                return;
            }
            chosen = chosen == null ? incoming : chosen;
        }
        if (chosen != null) {
            AutomationRule rule = known.orElseGet(() -> new AutomationRule(key));
            arrival.changes(called(chosen.name()), chosen.type(), before, chosen.named());
            if (chosen.works()) {
                book.write(rule, chosen.document(), arrival.why(), null);
            } else {
                book.keepOff(rule, chosen.name(), chosen.type(), chosen.document(), arrival.why());
            }
        }
    }

    /**
     * An automation of a file as it would be kept.
     *
     * @param works it fits; else it is off
     * @param named the document as files have it
     */
    private record Incoming(
            String name, String type, boolean works, Map<String, Object> document, Map<String, Object> named) {}

    /** Null, and told, if it cannot be kept at all. */
    private @Nullable Incoming incoming(Map<String, Object> said, Map<String, Object> own, Arrival arrival) {
        String name = said.get("name") instanceof String text ? text.strip() : "";
        String type = said.get("type") instanceof String text ? text : "";
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            arrival.wrong(new Violation("name", LocalizedMessage.of("automation.error.name", LONGEST_NAME)));
            return null;
        }
        if (!arrival.known(type)) {
            arrival.wrong(new Violation("type", LocalizedMessage.of("records.error.unknownType", shortened(type))));
            return null;
        }
        Map<String, Object> document = secrets.keptFor(mentions(said).numbered(said, arrival), own);
        boolean works = fits(document, arrival) && !arrival.lacks();
        if (!works) {
            document.put(ACTIVE, false);
        }
        return new Incoming(name, type, works, document, named(document));
    }

    private boolean fits(Map<String, Object> document, Arrival arrival) {
        try {
            definitions.read(document);
            return true;
        } catch (CrmException wrong) {
            // what lacks a record is told as that
            wrong.violations().stream()
                    .filter(violation -> !arrival.lacks(violation.field()))
                    .forEach(arrival::misfit);
            return false;
        }
    }

    private static String shortened(String type) {
        return type.length() > 60 ? type.substring(0, 60) + "…" : type;
    }
}
