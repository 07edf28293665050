package org.quanhe.crm.records.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.Money;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.records.ContactPoint;
import org.quanhe.crm.records.FieldKind;
import org.quanhe.crm.records.FieldState;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.PostalAddress;
import org.quanhe.crm.shell.ui.Viewer;

/** One field of a form while somebody fills it in: texts as typed, told to the kernel when the form is saved. */
public class Input implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String name;
    private final String label;
    private final String help;
    private final FieldKind kind;
    private final String widget;
    private final boolean required;
    private final int maxLength;
    private final String target;
    private final ArrayList<Option> options = new ArrayList<>();

    private String text = "";
    private String currency = "";
    private List<String> many = new ArrayList<>();
    private @Nullable RefChoice ref;
    private List<RefChoice> refs = new ArrayList<>();
    private List<PointRow> points = new ArrayList<>();
    private String error = "";
    private String before = "";
    private boolean shown = true;
    private boolean demanded;
    private boolean locked;

    /** @param usual currency that amounts begin with */
    Input(FieldView field, Viewer viewer, Currency usual) {
        name = field.name();
        label = viewer.text(field.labelKey());
        help = viewer.texts().find(field.labelKey() + ".help").orElse("");
        kind = field.kind();
        widget = widget(field);
        required = field.required();
        maxLength = field.maxLength() > 0 ? field.maxLength() : 100_000;
        target = field.target();
        if (widget.equals("money")) {
            currency = usual.getCurrencyCode();
            options.addAll(Currencies.of(usual));
        }
        for (String code : field.choices()) {
            String told = viewer.texts().find(field.labelKey() + "." + code).orElse(code);
            options.add(new Option(code, told));
        }
    }

    private static String widget(FieldView field) {
        return switch (field.kind()) {
            case LONG_TEXT -> "longtext";
            case NUMBER -> "number";
            case MONEY -> "money";
            case DATE -> "date";
            case DATE_TIME -> "datetime";
            case YES_NO -> "yesno";
            case CHOICE -> "choice";
            case CHOICES -> field.choices().isEmpty() ? "tags" : "choices";
            case REFERENCE -> "reference";
            case REFERENCES -> "references";
            case PHONES, EMAILS, LINKS -> "points";
            case ADDRESSES -> "addresses";
            default -> "text";
        };
    }

    /** Takes the value of a record over. */
    void fill(@Nullable Object value, Map<String, String> titles, ZoneId zone) {
        if (value instanceof RecordRef one) {
            ref = choice(one, titles);
        } else if (value instanceof Instant at) {
            text = at.atZone(zone)
                    .toLocalDateTime()
                    .truncatedTo(ChronoUnit.MINUTES)
                    .toString();
        } else if (value instanceof List<?> list) {
            fillMany(list, titles);
        } else if (value instanceof Money money) {
            text = money.amount().toPlainString();
            currency = money.currency().getCurrencyCode();
            // one that no country uses any more must not turn into another one
            if (options.stream().noneMatch(option -> option.code().equals(currency))) {
                options.add(new Option(currency, currency));
            }
        } else if (value instanceof BigDecimal number) {
            text = number.toPlainString();
        } else if (value != null) {
            text = value.toString();
        }
    }

    private void fillMany(List<?> list, Map<String, String> titles) {
        for (Object one : list) {
            if (one instanceof RecordRef pointed) {
                refs.add(choice(pointed, titles));
            } else if (one instanceof ContactPoint point) {
                points.add(PointRow.of(point));
            } else if (one instanceof PostalAddress address) {
                points.add(PointRow.of(address));
            } else {
                many.add(one.toString());
            }
        }
        if (widget.equals("tags")) {
            text = String.join(", ", many);
        }
    }

    private static RefChoice choice(RecordRef ref, Map<String, String> titles) {
        return new RefChoice(ref.id(), titles.getOrDefault(ref.key(), "#" + ref.id()));
    }

    /** Remembers what it holds now, so that only what people change is written. */
    void settle() {
        if (kind.contactList() && points.isEmpty()) {
            points.add(PointRow.empty(options.isEmpty() ? "" : options.get(0).code(), true));
        }
        before = state();
    }

    boolean changed() {
        return !before.equals(state());
    }

    /** The value it held when the form was opened, for telling conflicts apart. */
    String before() {
        return before;
    }

    String state() {
        List<PointRow> filled = points.stream().filter(row -> !row.blank()).toList();
        return String.join("|", written(), many.toString(), String.valueOf(ref), refs.toString(), filled.toString());
    }

    /** Reads the rows of a contact list from the form; their number changes without the server. */
    void read(HttpServletRequest request) {
        if (kind.contactList()) {
            List<PointRow> rows = PointRow.read(request, name);
            if (!rows.isEmpty()) {
                points = rows;
            }
        }
    }

    /** What the kernel is told; null empties the field. */
    @Nullable
    Object value(ZoneId zone) {
        return switch (widget) {
            case "choices" -> many.isEmpty() ? null : List.copyOf(many);
            case "reference" -> ref == null ? null : new RecordRef(target, ref.id());
            case "references" ->
                refs.isEmpty()
                        ? null
                        : refs.stream().map(r -> new RecordRef(target, r.id())).toList();
            case "points", "addresses" -> {
                List<Map<String, Object>> rows = points.stream()
                        .filter(row -> !row.blank())
                        .map(PointRow::toMap)
                        .toList();
                yield rows.isEmpty() ? null : rows;
            }
            case "datetime" -> text.isBlank() ? null : moment(zone);
            case "money" -> text.isBlank() ? null : written();
            case "yesno" -> text.isBlank() ? null : Boolean.valueOf(text);
            default -> text.isBlank() ? null : text;
        };
    }

    /** What was typed; behind an amount stands its currency. */
    String written() {
        String typed = text.strip();
        return widget.equals("money") && !typed.isEmpty() ? typed + " " + currency : typed;
    }

    private Object moment(ZoneId zone) {
        try {
            return LocalDateTime.parse(text).atZone(zone).toInstant();
        } catch (DateTimeException unreadable) {
            return text;
        }
    }

    /** What a condition compares with: as {@link org.quanhe.crm.records.FilterText} writes it. */
    List<String> literals(ZoneId zone) {
        return switch (widget) {
            case "choices", "choice" -> many.stream().map(FilterWriter::quote).toList();
            case "reference", "references" -> ref == null ? List.of() : List.of(Long.toString(ref.id()));
            case "number", "yesno" -> text.isBlank() ? List.of() : List.of(text.strip());
            case "datetime" ->
                text.isBlank()
                        ? List.of()
                        : List.of(FilterWriter.quote(
                                text.length() == LocalDate.EPOCH.toString().length()
                                        ? LocalDate.parse(text)
                                                .atStartOfDay(zone)
                                                .toInstant()
                                                .toString()
                                        : moment(zone).toString()));
            default -> text.isBlank() ? List.of() : List.of(FilterWriter.quote(written()));
        };
    }

    public String getName() {
        return name;
    }

    public String getLabel() {
        return label;
    }

    public String getHelp() {
        return help;
    }

    public String getWidget() {
        return widget;
    }

    FieldKind kind() {
        return kind;
    }

    public boolean isRequired() {
        return required;
    }

    public boolean isWide() {
        return widget.equals("longtext") || kind.contactList();
    }

    public String getInputType() {
        return switch (kind) {
            case PHONE, PHONES -> "tel";
            case EMAIL, EMAILS -> "email";
            case URL -> "url";
            default -> "text";
        };
    }

    public int getMaxLength() {
        return maxLength;
    }

    public String getTarget() {
        return target;
    }

    public List<Option> getOptions() {
        return options;
    }

    public String getText() {
        return text;
    }

    public void setText(@Nullable String text) {
        this.text = text == null ? "" : text;
    }

    public String getCurrency() {
        return currency;
    }

    public void setCurrency(@Nullable String currency) {
        this.currency = currency == null ? "" : currency;
    }

    public List<String> getMany() {
        return many;
    }

    public void setMany(@Nullable List<String> many) {
        this.many = many == null ? new ArrayList<>() : new ArrayList<>(many);
    }

    public @Nullable RefChoice getRef() {
        return ref;
    }

    public void setRef(@Nullable RefChoice ref) {
        this.ref = ref;
    }

    public List<RefChoice> getRefs() {
        return refs;
    }

    public void setRefs(@Nullable List<RefChoice> refs) {
        this.refs = refs == null ? new ArrayList<>() : new ArrayList<>(refs);
    }

    public List<PointRow> getPoints() {
        return points;
    }

    public String getError() {
        return error;
    }

    void setError(String error) {
        this.error = error;
    }

    /** A code and what it says. */
    public record Option(String code, String label) implements Serializable {}

    /** Stands on the form as its conditions say; null where it has none. */
    void stand(@Nullable FieldState state) {
        shown = state == null || state.shown();
        demanded = state != null && state.required();
        locked = state != null && state.locked();
    }

    FieldState stand() {
        return new FieldState(shown, demanded, locked);
    }

    public boolean isShown() {
        return shown;
    }

    /** Its conditions demand a value now. */
    public boolean isDemanded() {
        return demanded;
    }

    public boolean isLocked() {
        return locked;
    }
}
