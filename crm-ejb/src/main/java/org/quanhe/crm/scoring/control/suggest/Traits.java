package org.quanhe.crm.scoring.control.suggest;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.Money;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.platform.Told;
import org.quanhe.crm.records.FieldKind;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.FieldView.Use;
import org.quanhe.crm.records.RecordTypeView;
import org.quanhe.crm.records.TextFold;
import org.quanhe.crm.records.control.RecordCondition;
import org.quanhe.crm.scoring.SignalKind;

/**
 * The attributes that leads can be told apart by: each value of choices, yes-or-no fields, tags, references and texts
 * that are counted in lists; numbers and amounts from each quarter on; whether anything else is known; what the person
 * did. Each is worked out by the very condition that the criterion would have.
 */
final class Traits {
    private static final int MOST_VALUES = 100;
    private static final int QUARTERS = 4;
    private static final int LONGEST_SLUG = 20;
    private static final int LONGEST_VALUE = 60;
    private static final int FADES = 60;
    private static final int EVERY = 30;

    /** Fields that say what became of the lead, or who works on it: they are no attribute of the person. */
    private static final Set<String> OUTCOME = Set.of("owner", "team", "nextReview", "externalId");

    /** Of every record; nobody takes them for an attribute. */
    private static final Set<String> BOOKKEEPING =
            Set.of("externalId", "createdAt", "createdBy", "updatedAt", "updatedBy");

    private static final Set<SignalKind> ENDINGS = Set.of(SignalKind.REFUSED, SignalKind.LOST);

    private final RecordTypeView type;
    private final List<KnownLead> leads;
    private final Map<String, Trait> traits = new LinkedHashMap<>();

    private Traits(RecordTypeView type, List<KnownLead> leads) {
        this.type = type;
        this.leads = leads;
    }

    /** @param type leads as the caller sees their fields */
    static List<Trait> of(RecordTypeView type, List<KnownLead> leads) {
        Traits found = new Traits(type, leads);
        type.fields().stream().filter(Traits::looked).forEach(found::field);
        Arrays.stream(SignalKind.values())
                .filter(kind -> !ENDINGS.contains(kind))
                .forEach(found::signal);
        return List.copyOf(found.traits.values());
    }

    /** Fields that say what became of the lead. */
    static List<FieldView> leftOut(RecordTypeView type) {
        return type.fields().stream()
                .filter(field -> field.readOnly() || OUTCOME.contains(field.name()))
                .filter(field -> !BOOKKEEPING.contains(field.name()))
                .toList();
    }

    private static boolean looked(FieldView field) {
        boolean derived = !field.primaryOf().isEmpty() && !field.is(Use.FACET);
        return !field.readOnly() && !OUTCOME.contains(field.name()) && !field.is(Use.SENSITIVE) && !derived;
    }

    private void field(FieldView field) {
        boolean named = field.is(Use.FACET) || field.is(Use.CUSTOM) && field.kind() != FieldKind.LONG_TEXT;
        switch (field.kind()) {
            case CHOICE, YES_NO, CHOICES, REFERENCE, REFERENCES -> values(field);
            case TEXT -> {
                if (named) {
                    values(field);
                } else if (!field.required()) {
                    presence(field);
                }
            }
            case NUMBER, MONEY -> {
                presence(field);
                quarters(field);
            }
            default -> {
                if (!field.required()) {
                    presence(field);
                }
            }
        }
    }

    private Stream<Object> all(FieldView field) {
        return leads.stream()
                .filter(lead -> !lead.later().contains(stored(field)))
                .map(lead -> lead.values().get(field.name()))
                .filter(value -> value != null)
                .flatMap(value -> value instanceof List<?> list ? list.stream() : Stream.of(value));
    }

    /** The primary entry of a list is written with its list. */
    private static String stored(FieldView field) {
        return field.primaryOf().isEmpty() ? field.name() : field.primaryOf();
    }

    private void values(FieldView field) {
        Map<String, String> literals = new TreeMap<>();
        all(field).forEach(value -> {
            if (value instanceof RecordRef ref) {
                literals.put(Long.toString(ref.id()), Long.toString(ref.id()));
            } else if (value instanceof Boolean yes) {
                literals.put(yes.toString(), yes.toString());
            } else {
                literals.merge(TextFold.fold(value.toString()), quoted(value.toString()), Traits::smaller);
            }
        });
        literals.values().stream().limit(MOST_VALUES).forEach(literal -> {
            boolean yes = field.kind() == FieldKind.YES_NO;
            add(
                    field,
                    field.name() + " == " + literal,
                    LocalizedMessage.of("scoring.suggest.is", label(field), told(field, literal)),
                    yes && literal.equals("false"));
        });
    }

    private static String smaller(String one, String other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    private static Object told(FieldView field, String literal) {
        if (field.kind() == FieldKind.YES_NO) {
            return LocalizedMessage.of("scoring.suggest." + literal);
        }
        String text = literal.startsWith("\"")
                ? literal.substring(1, literal.length() - 1)
                        .replace("\\\"", "\"")
                        .replace("\\\\", "\\")
                : "#" + literal;
        boolean choice = field.kind() == FieldKind.CHOICE && field.choices().contains(text);
        return choice ? LocalizedMessage.of(field.labelKey() + "." + text) : cut(text);
    }

    private static String cut(String text) {
        return text.length() > LONGEST_VALUE ? text.substring(0, LONGEST_VALUE) + "…" : text;
    }

    private void presence(FieldView field) {
        add(field, "has(" + field.name() + ")", LocalizedMessage.of("scoring.suggest.known", label(field)), false);
    }

    /** From the value on that a quarter, a half, three quarters of the leads are below. */
    private void quarters(FieldView field) {
        if (field.kind() == FieldKind.NUMBER) {
            List<BigDecimal> sorted =
                    all(field).map(BigDecimal.class::cast).sorted().toList();
            cuts(sorted).forEach(cut -> from(field, cut.stripTrailingZeros().toPlainString(), cut));
            return;
        }
        Map<String, List<Money>> byCurrency = new TreeMap<>();
        all(field).map(Money.class::cast).forEach(money -> byCurrency
                .computeIfAbsent(money.currency().getCurrencyCode(), code -> new ArrayList<>())
                .add(money));
        byCurrency.forEach((code, amounts) -> cuts(amounts.stream().sorted().toList())
                .forEach(cut ->
                        from(field, "\"" + cut.amount().toPlainString() + " " + code + "\"", Told.message(cut))));
    }

    private static <T extends Comparable<T>> List<T> cuts(List<T> sorted) {
        List<T> cuts = new ArrayList<>();
        for (int i = 1; i < QUARTERS && !sorted.isEmpty(); i++) {
            T cut = sorted.get(sorted.size() * i / QUARTERS);
            boolean known = cuts.stream().anyMatch(one -> one.compareTo(cut) == 0);
            if (!known && cut.compareTo(sorted.get(0)) > 0) {
                cuts.add(cut);
            }
        }
        return cuts;
    }

    private void from(FieldView field, String literal, Object told) {
        add(
                field,
                field.name() + " >= " + literal,
                LocalizedMessage.of("scoring.suggest.from", label(field), told),
                false);
    }

    /** @param mirror says the opposite of another one, which is enough */
    private void add(FieldView field, String when, LocalizedMessage label, boolean mirror) {
        if (mirror) {
            return;
        }
        RecordCondition condition = RecordCondition.parse(type, when);
        Map<String, Object> rest = new LinkedHashMap<>();
        rest.put("kind", "profile");
        rest.put("when", when);
        String key = key(field.name(), when);
        traits.put(key, new Trait(key, label, stored(field), rest, lead -> condition.holds(lead.values())));
    }

    private void signal(SignalKind kind) {
        Map<String, Object> rest = new LinkedHashMap<>();
        rest.put("kind", "behaviour");
        rest.put("signal", kind.code());
        rest.put("atMost", BigDecimal.ONE);
        rest.put("everyDays", BigDecimal.valueOf(EVERY));
        rest.put("fadesDays", BigDecimal.valueOf(FADES));
        String key = key("did", kind.code());
        LocalizedMessage label =
                LocalizedMessage.of("scoring.suggest.did", LocalizedMessage.of("scoring.signal." + kind.code()));
        traits.put(key, new Trait(key, label, "", rest, lead -> lead.did().contains(kind)));
    }

    private static String key(String field, String when) {
        CRC32 sum = new CRC32();
        sum.update(when.getBytes(StandardCharsets.UTF_8));
        String slug = field.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        return "won-" + slug.substring(0, Math.min(LONGEST_SLUG, slug.length())) + "-"
                + Long.toString(sum.getValue(), Character.MAX_RADIX);
    }

    private static LocalizedMessage label(FieldView field) {
        return LocalizedMessage.of(field.labelKey());
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
