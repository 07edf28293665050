package org.quanhe.crm.records.control.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.CrmException.Violation;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.platform.LocalizedMessage;

/** An object of a metadata document, read strictly: what is unknown or of another shape is told with its path. */
public final class Part {
    private static final int LONGEST = 4_000;

    private final String path;
    private final Map<?, ?> map;
    private final List<Violation> violations;
    private final Set<String> known = new TreeSet<>();

    public Part(String path, @Nullable Object value, List<Violation> violations) {
        this.path = path;
        this.violations = violations;
        this.map = value instanceof Map<?, ?> object ? object : Map.of();
        if (!(value instanceof Map<?, ?>)) {
            wrong("", "records.metadata.error.noObject");
        }
    }

    public boolean has(String name) {
        known.add(name);
        return map.get(name) != null;
    }

    public @Nullable Object raw(String name) {
        known.add(name);
        return map.get(name);
    }

    public String text(String name, String otherwise) {
        Object value = raw(name);
        if (value == null) {
            return otherwise;
        }
        // written out, 1e999999999 would fill the memory
        boolean huge = value instanceof BigDecimal number && Math.abs((long) number.scale()) > LONGEST;
        if (huge || !(value instanceof String || value instanceof BigDecimal)) {
            wrong(name, "records.metadata.error.noText");
            return otherwise;
        }
        String text = value instanceof BigDecimal number
                ? number.toPlainString()
                : value.toString().strip();
        if (text.length() > LONGEST) {
            wrong(name, "records.error.tooLong", text.length(), LONGEST);
            return otherwise;
        }
        return text;
    }

    public boolean flag(String name, boolean otherwise) {
        Object value = raw(name);
        if (value != null && !(value instanceof Boolean)) {
            wrong(name, "records.metadata.error.noYesNo");
        }
        return value instanceof Boolean yes ? yes : otherwise;
    }

    public int number(String name, int otherwise, int most) {
        Object value = raw(name);
        if (value == null) {
            return otherwise;
        }
        if (value instanceof BigDecimal number
                && number.signum() >= 0
                && number.compareTo(BigDecimal.valueOf(most)) <= 0
                && number.stripTrailingZeros().scale() <= 0) {
            return number.intValueExact();
        }
        wrong(name, "records.metadata.error.noCount", most);
        return otherwise;
    }

    /** Texts by language; other languages than ours are refused. */
    public Map<String, String> texts(String name, Map<String, String> otherwise, int longest) {
        Object value = raw(name);
        if (value == null) {
            return otherwise;
        }
        Map<String, String> texts = new LinkedHashMap<>();
        if (!(value instanceof Map<?, ?> given)) {
            wrong(name, "records.metadata.error.noTexts");
            return otherwise;
        }
        for (Language language : Language.values()) {
            Object text = given.get(language.tag());
            String told = text instanceof String written ? written.strip() : "";
            if (told.length() > longest) {
                wrong(name + "." + language.tag(), "records.error.tooLong", told.length(), longest);
            } else if (!told.isEmpty()) {
                texts.put(language.tag(), told);
            }
        }
        for (Object key : given.keySet()) {
            boolean ours =
                    List.of(Language.values()).stream().anyMatch(l -> l.tag().equals(key));
            if (!ours) {
                wrong(name + "." + shortened(key), "records.metadata.error.noLanguage");
            }
        }
        return texts;
    }

    /** Objects of a list. */
    public List<Part> parts(String name) {
        Object value = raw(name);
        List<Part> parts = new ArrayList<>();
        if (value instanceof List<?> list) {
            for (Object one : list) {
                parts.add(new Part(path + name + "[" + parts.size() + "].", one, violations));
            }
        } else if (value != null) {
            wrong(name, "records.metadata.error.noList");
        }
        return parts;
    }

    /** Texts of a list. */
    public List<String> names(String name) {
        List<String> names = new ArrayList<>();
        Object value = raw(name);
        if (value instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
            list.forEach(one -> names.add(one.toString()));
        } else if (value != null) {
            wrong(name, "records.metadata.error.noNames");
        }
        return names;
    }

    public Part part(String name) {
        return new Part(path + name + ".", raw(name), violations);
    }

    public <E extends Enum<E>> @Nullable E oneOf(String name, Class<E> codes, @Nullable E otherwise) {
        String code = text(name, "");
        if (code.isEmpty()) {
            return otherwise;
        }
        for (E possible : codes.getEnumConstants()) {
            if (possible.name().equals(code.toUpperCase(Locale.ROOT).replace('-', '_'))) {
                return possible;
            }
        }
        List<String> all = new ArrayList<>();
        for (E possible : codes.getEnumConstants()) {
            all.add(code(possible));
        }
        wrong(
                name,
                "records.error.noChoice",
                shortened(code),
                LocalizedMessage.of("records.list", String.join(", ", all)));
        return otherwise;
    }

    /** How a constant is written in documents: {@code long-text}. */
    public static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Refuses what nobody asked for. */
    public void end() {
        for (Object key : map.keySet()) {
            if (!known.contains(key.toString())) {
                wrong(shortened(key), "records.metadata.error.unknown");
            }
        }
    }

    public void wrong(String name, String key, Object... args) {
        String where = path + name;
        violations.add(new Violation(
                where.endsWith(".") ? where.substring(0, where.length() - 1) : where, LocalizedMessage.of(key, args)));
    }

    private static String shortened(Object text) {
        String told = text.toString();
        return told.length() > 60 ? told.substring(0, 60) + "…" : told;
    }
}
