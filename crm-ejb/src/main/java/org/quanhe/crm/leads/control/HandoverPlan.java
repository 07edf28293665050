package org.quanhe.crm.leads.control;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.CrmException.Violation;
import org.quanhe.crm.records.RecordTypeView;
import org.quanhe.crm.records.control.RecordCondition;
import org.quanhe.crm.records.control.model.Part;

/**
 * How leads find their way to sales.
 *
 * @param limitMinutes working minutes that sales have to answer
 * @param rules the first that holds decides
 * @param nurturing when a new lead is nurtured by itself
 */
record HandoverPlan(int limitMinutes, List<Rule> rules, Nurturing nurturing) {
    private static final int USUAL_MINUTES = 240;
    private static final int MOST_MINUTES = 100_000;
    private static final int MOST_RULES = 100;
    private static final int USUAL_INTERESTS = 2;
    private static final int MOST_INTERESTS = 100;
    private static final int USUAL_DAYS = 90;
    private static final int MOST_DAYS = 3_650;

    /**
     * When a new lead is nurtured by itself.
     *
     * @param interests so often it shows interest, on another day or in another thing each time; 0 for never
     * @param days within so many days
     */
    record Nurturing(int interests, int days) {}

    /** How one of a team is found. */
    enum Way {
        /** Whoever has the fewest leads that are not converted. */
        LOAD,
        /** One after the other. */
        TURN,
        /** Nobody in particular: whoever of the team is first. */
        TEAM
    }

    /**
     * A rule by territory, product, language or whatever a lead says.
     *
     * @param when condition on the lead; empty for every lead
     */
    record Rule(String when, long team, Way how) {
        boolean holds(RecordTypeView leads, Map<String, Object> values) {
            try {
                return when.isEmpty() || RecordCondition.parse(leads, when).holds(values);
            } catch (CrmException fieldIsGone) {
                return false;
            }
        }
    }

    /** The first rule that holds. */
    Optional<Rule> rule(RecordTypeView leads, Map<String, Object> values) {
        return rules.stream().filter(rule -> rule.holds(leads, values)).findFirst();
    }

    /** The document with what holds where it says nothing. */
    static Map<String, Object> whole(Map<String, ?> document) {
        Map<String, Object> whole = new LinkedHashMap<>();
        whole.put("limitMinutes", BigDecimal.valueOf(USUAL_MINUTES));
        whole.put("rules", List.of());
        whole.putAll(document);
        Map<String, Object> nurture = new LinkedHashMap<>();
        nurture.put("interests", BigDecimal.valueOf(USUAL_INTERESTS));
        nurture.put("days", BigDecimal.valueOf(USUAL_DAYS));
        if (document.get("nurture") instanceof Map<?, ?> said) {
            said.forEach((name, value) -> nurture.put(name.toString(), value));
        }
        whole.put("nurture", nurture);
        return whole;
    }

    /** A document that was checked before: what does not fit any more is left out. */
    static HandoverPlan readKept(Map<String, ?> document, RecordTypeView leads) {
        return read(document, leads, team -> true, new ArrayList<>());
    }

    /** Reads a document; INVALID, naming every place that cannot be read. */
    static HandoverPlan read(Map<String, ?> document, RecordTypeView leads, LongPredicate teams) {
        List<Violation> violations = new ArrayList<>();
        HandoverPlan plan = read(document, leads, teams, violations);
        if (!violations.isEmpty()) {
            throw CrmException.invalid(violations);
        }
        return plan;
    }

    /** What would be wrong with a document if leads were of that type, whatever teams there are. */
    static List<Violation> violations(Map<String, ?> document, RecordTypeView leads) {
        List<Violation> violations = new ArrayList<>();
        read(document, leads, team -> true, violations);
        return violations;
    }

    private static HandoverPlan read(
            Map<String, ?> document, RecordTypeView leads, LongPredicate teams, List<Violation> violations) {
        Part part = new Part("", document, violations);
        int limit = part.number("limitMinutes", USUAL_MINUTES, MOST_MINUTES);
        List<Part> parts = part.parts("rules");
        if (parts.size() > MOST_RULES) {
            part.wrong("rules", "records.error.tooMany", parts.size(), MOST_RULES);
            parts = List.of();
        }
        List<Rule> rules = new ArrayList<>();
        for (Part one : parts) {
            rules.add(rule(one, leads, teams));
        }
        Nurturing nurturing = new Nurturing(USUAL_INTERESTS, USUAL_DAYS);
        if (part.has("nurture")) {
            Part own = part.part("nurture");
            nurturing = new Nurturing(
                    own.number("interests", USUAL_INTERESTS, MOST_INTERESTS),
                    own.number("days", USUAL_DAYS, MOST_DAYS));
            own.end();
        }
        part.end();
        return new HandoverPlan(limit, rules, nurturing);
    }

    private static Rule rule(Part part, RecordTypeView leads, LongPredicate teams) {
        String when = part.text("when", "");
        if (!when.isEmpty()) {
            try {
                RecordCondition.parse(leads, when);
            } catch (CrmException wrong) {
                part.wrong("when", wrong.text().key(), wrong.text().args().toArray());
            }
        }
        Long team = number(part.raw("team"));
        if (team == null) {
            part.wrong("team", "records.error.required");
        } else if (!teams.test(team)) {
            part.wrong("team", "records.error.noTarget", Long.toString(team));
        }
        Way how = part.oneOf("how", Way.class, Way.LOAD);
        part.end();
        return new Rule(when, team == null ? 0 : team, how == null ? Way.LOAD : how);
    }

    private static @Nullable Long number(@Nullable Object value) {
        String text = value instanceof BigDecimal number
                ? number.stripTrailingZeros().toPlainString()
                : value == null ? "" : value.toString();
        return text.matches("\\d{1,18}") ? Long.valueOf(text) : null;
    }
}
