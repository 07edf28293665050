package org.quanhe.crm.dataquality.control.columns;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quanhe.crm.records.FieldKind;
import org.quanhe.crm.records.FieldView;

/** Gathers the phones, mail addresses, links or addresses of one row from its columns. */
final class ContactCells {
    private static final Pattern TYPED = Pattern.compile("([a-z]{2,20}):\\s*(\\S.*)", Pattern.DOTALL);
    private static final Pattern ADDRESSES = Pattern.compile("\\s*[\\n|]\\s*");
    private static final String SEPARATORS = ",;|/\n\r，；、";
    private static final Pattern TYPED_PARTS = Pattern.compile("\\s*[;\\n|]\\s*");

    private final FieldView list;
    private final List<Map<String, Object>> entries = new ArrayList<>();
    private boolean typed;

    ContactCells(FieldView list) {
        this.list = list;
    }

    /** Takes a cell; without a type it gets the list's first one. */
    void add(String type, String text) {
        typed |= !type.isEmpty();
        for (String part : split(text)) {
            Matcher spelled = TYPED.matcher(part);
            boolean ownType =
                    type.isEmpty() && spelled.matches() && list.choices().contains(spelled.group(1));
            typed |= ownType;
            String value = PlainText.oneLine(ownType ? spelled.group(2) : part);
            boolean known = entries.stream().anyMatch(entry -> value.equals(entry.get(valueKey())));
            if (!known) {
                Map<String, Object> entry = new LinkedHashMap<>();
                entry.put("type", ownType ? spelled.group(1) : type.isEmpty() ? fallbackType() : type);
                entry.put(valueKey(), value);
                entry.put("primary", entries.isEmpty());
                entries.add(entry);
            }
        }
    }

    private List<String> split(String text) {
        if (!ListText.hasAny(text, SEPARATORS) && !text.contains("  ")) {
            return List.of(text);
        }
        // as an export writes them: "mobile: 0912 345 678; work: 028 3822 1234"
        List<String> typedParts = ListText.hasAny(text, ";\n|") ? List.of(TYPED_PARTS.split(text)) : List.of(text);
        if (typedParts.stream().allMatch(this::isTyped)) {
            return typedParts;
        }
        return switch (list.kind()) {
            case PHONES ->
                ListText.contacts(
                        text, part -> part.chars().filter(Character::isDigit).count() >= 7);
            case EMAILS -> ListText.contacts(text, part -> part.indexOf('@') > 0);
            case LINKS -> List.of(text.split("[\\n;]\\s*"));
            default -> ListText.hasAny(text, "\n|") ? List.of(ADDRESSES.split(text)) : List.of(text);
        };
    }

    private boolean isTyped(String part) {
        Matcher spelled = TYPED.matcher(part);
        return spelled.matches() && list.choices().contains(spelled.group(1));
    }

    private String valueKey() {
        return list.kind() == FieldKind.ADDRESSES ? "street" : "value";
    }

    private String fallbackType() {
        return list.choices().isEmpty() ? "work" : list.choices().get(0);
    }

    /**
     * Puts what was gathered into the record's values: a single value without a type through the field of the primary
     * entry, if there is one, everything else as a list. The city of an address list goes into its primary entry.
     */
    void putInto(Map<String, Object> values, Optional<FieldView> primary) {
        if (entries.size() == 1 && !typed && primary.isPresent()) {
            values.put(primary.get().name(), String.valueOf(entries.get(0).get(valueKey())));
            return;
        }
        if (list.kind() == FieldKind.ADDRESSES && values.remove("city") instanceof String city) {
            entries.get(0).put("city", city);
        }
        values.put(list.name(), entries);
    }
}
