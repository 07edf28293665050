package org.quanhe.crm.records.control.formula;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.records.FieldKind;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.RecordTypeView;

/**
 * The names that formulas of a record type may use: its fields, and behind a reference the fields of the other record.
 * How many references may be followed in a row is held by {@link FollowedSteps}.
 */
public final class FormulaScope {
    /** References that a formula may follow in a row: {@code order.customer.discount} follows two. */
    public static final int MOST_STEPS = 2;

    /** The record itself, for {@code has(field)}; nobody can write that name. */
    static final String RECORD = "@record";

    private final RecordTypeView type;
    private final Function<String, Optional<RecordTypeView>> others;
    private final Map<String, CelType> names = new LinkedHashMap<>();
    private final Map<String, StructType> types = new LinkedHashMap<>();

    /** @param others finds the record types that references point to */
    public FormulaScope(RecordTypeView type, Function<String, Optional<RecordTypeView>> others) {
        this.type = type;
        this.others = others;
        type.fields().forEach(field -> named(field).ifPresent(known -> names.put(field.name(), known)));
        Map<String, CelType> own = Map.copyOf(names);
        StructType record = StructType.create(
                "@" + type.name(), ImmutableSet.copyOf(own.keySet()), name -> Optional.ofNullable(own.get(name)));
        types.put(record.name(), record);
        names.put(RECORD, record);
    }

    private Optional<CelType> named(FieldView field) {
        CelType plain = plain(field.kind());
        return plain != null || field.kind() != FieldKind.REFERENCE
                ? Optional.ofNullable(plain)
                : other(field).map(this::struct);
    }

    /** What references point to may point on: the fields of a type are asked for when a formula names them. */
    private StructType struct(RecordTypeView view) {
        StructType known = types.get(view.name());
        if (known == null) {
            Set<String> fields = view.fields().stream()
                    .filter(field -> plain(field.kind()) != null || leadsOn(field))
                    .map(FieldView::name)
                    .collect(Collectors.toSet());
            known = StructType.create(view.name(), ImmutableSet.copyOf(fields), name -> view.find(name)
                    .flatMap(this::named));
            types.put(view.name(), known);
        }
        return known;
    }

    /**
     * The fields that a formula may name behind those references; none where they lead nowhere or too far.
     *
     * @param way names of reference fields, none for the fields of the type itself
     */
    public List<FieldView> offered(List<String> way) {
        int further = MOST_STEPS - way.size();
        return (further < 0 ? Optional.<RecordTypeView>empty() : reached(way))
                .map(at -> at.fields().stream()
                        .filter(field -> plain(field.kind()) != null || further > 0 && leadsOn(field))
                        .toList())
                .orElse(List.of());
    }

    /** The type behind those references, the type itself behind none. */
    public Optional<RecordTypeView> reached(List<String> way) {
        Optional<RecordTypeView> at = Optional.of(type);
        for (String step : way) {
            at = at.flatMap(known -> known.find(step)).flatMap(this::other);
        }
        return at;
    }

    /** True for a reference behind which fields of the other record may stand. */
    public boolean leadsOn(FieldView field) {
        return other(field).isPresent();
    }

    RecordTypeView type() {
        return type;
    }

    /** The type that a reference to one record points to. */
    Optional<RecordTypeView> other(FieldView field) {
        return field.kind() == FieldKind.REFERENCE ? others.apply(field.target()) : Optional.empty();
    }

    /** What a value of that kind is in CEL; null for kinds that formulas do not know. */
    static @Nullable CelType plain(FieldKind kind) {
        return switch (kind) {
            case NUMBER -> Signatures.NUMBER;
            case MONEY -> Signatures.MONEY;
            case TEXT, LONG_TEXT, CHOICE, PHONE, EMAIL, URL -> SimpleType.STRING;
            case YES_NO -> SimpleType.BOOL;
            case DATE -> Signatures.DATE;
            case DATE_TIME -> SimpleType.TIMESTAMP;
            case CHOICES -> ListType.create(SimpleType.STRING);
            default -> null;
        };
    }

    Map<String, CelType> names() {
        return names;
    }

    CelTypeProvider provider() {
        return new CelTypeProvider() {
            @Override
            public ImmutableCollection<CelType> types() {
                return ImmutableList.copyOf(types.values());
            }

            @Override
            public Optional<CelType> findType(String name) {
                return Optional.ofNullable(types.get(name));
            }
        };
    }
}
