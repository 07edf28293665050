package org.quanhe.crm.records.ui;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.Money;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.records.ContactPoint;
import org.quanhe.crm.records.EmptyBecause;
import org.quanhe.crm.records.FieldKind;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.PostalAddress;
import org.quanhe.crm.records.RecordView;
import org.quanhe.crm.shell.ui.Initials;
import org.quanhe.crm.shell.ui.Links;
import org.quanhe.crm.shell.ui.Viewer;

/** Tells the values of records in the viewer's language. */
@RequestScoped
public class Values {
    /** Colour means something; a code that is not here stays grey. */
    private static final Map<String, String> TONES = Map.ofEntries(
            Map.entry("vip", "vip"),
            Map.entry("customer", "ok"),
            Map.entry("loyal", "ok"),
            Map.entry("won", "ok"),
            Map.entry("done", "ok"),
            Map.entry("active", "info"),
            Map.entry("open", "info"),
            Map.entry("lead", "info"),
            Map.entry("prospect", "info"),
            Map.entry("qualified", "info"),
            Map.entry("negotiation", "warn"),
            Map.entry("proposal", "warn"),
            Map.entry("high", "warn"),
            Map.entry("cooling", "warn"),
            Map.entry("urgent", "bad"),
            Map.entry("lost", "bad"),
            Map.entry("overdue", "bad"));

    @Inject
    private Viewer viewer;

    /** What the field of the record holds, nothing if it is empty. */
    public List<Shown> of(RecordView record, FieldView field) {
        Object value = record.value(field.name());
        return value == null ? List.of() : show(field, value, record.referenceTitles());
    }

    /**
     * Why a calculated field of the record is empty; empty where there is nothing to tell.
     *
     * @param missing also tells of inputs that are missing, as they are on many a record that is being filled
     */
    public String why(RecordView record, FieldView field, boolean missing) {
        EmptyBecause why = record.empties().get(field.name());
        return why == null || !missing && why.reason() == EmptyBecause.Reason.INPUT_EMPTY
                ? ""
                : viewer.texts().text(why.text());
    }

    /** All values of the field on one line. */
    public String line(RecordView record, FieldView field) {
        return String.join(", ", of(record, field).stream().map(Shown::text).toList());
    }

    /** The name of a choice. */
    public String choice(FieldView field, String code) {
        return viewer.texts().find(field.labelKey() + "." + code).orElse(code);
    }

    /** A choice as a tag. */
    public Shown tag(FieldView field, String code) {
        return Shown.tag(choice(field, code), TONES.getOrDefault(code.toLowerCase(Locale.ROOT), ""));
    }

    public String label(FieldView field) {
        return viewer.text(field.labelKey());
    }

    private List<Shown> show(FieldView field, Object value, Map<String, String> titles) {
        if (value instanceof List<?> many) {
            return many.stream().map(one -> one(field, one, titles)).toList();
        }
        return List.of(one(field, value, titles));
    }

    private Shown one(FieldView field, Object value, Map<String, String> titles) {
        if (value instanceof RecordRef ref) {
            return reference(ref, titles.get(ref.key()));
        }
        if (value instanceof ContactPoint point) {
            return point(field, point);
        }
        if (value instanceof PostalAddress address) {
            String line = Stream.of(address.oneLine(), address.postalCode(), country(address.country()))
                    .filter(part -> !part.isEmpty())
                    .reduce((a, b) -> a + ", " + b)
                    .orElse("");
            return Shown.text(line).noted(type(field, address.type()));
        }
        if (value instanceof Boolean yes) {
            return Shown.text(viewer.text(yes ? "ui.yes" : "ui.no"));
        }
        if (value instanceof LocalDate date) {
            return Shown.text(viewer.told().date(date));
        }
        if (value instanceof Instant at) {
            return Shown.text(viewer.told().dateTime(at));
        }
        if (value instanceof Money money) {
            return Shown.text(viewer.told().money(money));
        }
        if (value instanceof BigDecimal number) {
            return Shown.text(viewer.told().number(number));
        }
        return text(field, value.toString());
    }

    private Shown text(FieldView field, String text) {
        return switch (field.kind()) {
            case CHOICE, CHOICES -> tag(field, text);
            case PHONE -> Shown.link(text, phone(text));
            case EMAIL -> Shown.link(text, mail(text));
            case URL -> Shown.link(text, web(text));
            default -> Shown.text(text);
        };
    }

    private Shown reference(RecordRef ref, @Nullable String title) {
        if (title == null) {
            return Shown.text(viewer.text("ui.reference.hidden"));
        }
        String href = Links.record(ref.type(), ref.id());
        return ref.type().equals("users")
                ? new Shown(title, href, Shown.PERSON + " " + Initials.colour(ref.id()), "", Initials.of(title))
                : Shown.link(title, href);
    }

    private Shown point(FieldView field, ContactPoint point) {
        String href =
                switch (field.kind()) {
                    case PHONES -> phone(point.value());
                    case EMAILS -> mail(point.value());
                    case LINKS -> account(point);
                    default -> "";
                };
        return Shown.link(point.value(), href).noted(type(field, point.type()));
    }

    private String type(FieldView field, String code) {
        return code.isEmpty() ? "" : choice(field, code);
    }

    private String country(String code) {
        return code.isEmpty()
                ? ""
                : new Locale.Builder().setRegion(code).build().getDisplayCountry(viewer.getLocale());
    }

    /** Address that opens the telephone. */
    public static String phone(String number) {
        String digits = number.replaceAll("[^+0-9*#]", "");
        return digits.isEmpty() ? "" : "tel:" + digits;
    }

    /** Address that opens a mail to that person. */
    public static String mail(String address) {
        return address.isBlank()
                ? ""
                : "mailto:"
                        + URLEncoder.encode(address.strip(), StandardCharsets.UTF_8)
                                .replace("%40", "@");
    }

    private static String account(ContactPoint point) {
        return point.type().equals("zalo") && point.value().matches("[+0-9 .()-]{8,20}")
                ? "https://zalo.me/" + point.value().replaceAll("[^0-9]", "")
                : web(point.value());
    }

    /** The address if it is one of the web; anything else is not made a link. */
    static String web(String text) {
        String full = text.matches("(?i)[a-z0-9.-]+\\.[a-z]{2,}(/.*)?") ? "https://" + text : text;
        try {
            URI uri = URI.create(full);
            return uri.getHost() != null && List.of("http", "https").contains(uri.getScheme()) ? full : "";
        } catch (IllegalArgumentException noAddress) {
            return "";
        }
    }

    /** True where the values are read to the right. */
    static boolean numeric(FieldView field) {
        return field.kind() == FieldKind.NUMBER || field.kind() == FieldKind.MONEY;
    }
}
