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
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.records.FieldKind;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.RecordTypeView;

/**
 * The names that formulas of a record type may use: its fields, and behind a reference the fields of the other record.
 * One step is the most: who needs two makes a formula on the type between.
 */
public final class FormulaScope {
    /** The record itself, for {@code has(field)}; nobody can write that name. */
    static final String RECORD = "@record";

    private final Map<String, CelType> names = new LinkedHashMap<>();
    private final Map<String, StructType> types = new LinkedHashMap<>();

    /** @param others finds the record types that references point to */
    public FormulaScope(RecordTypeView type, Function<String, Optional<RecordTypeView>> others) {
        type.fields().forEach(field -> {
            CelType plain = plain(field.kind());
            if (plain != null) {
                names.put(field.name(), plain);
            } else if (field.kind() == FieldKind.REFERENCE) {
                others.apply(field.target()).ifPresent(target -> names.put(field.name(), struct(target)));
            }
        });
        names.put(RECORD, struct("@" + type.name(), Map.copyOf(names)));
    }

    private StructType struct(RecordTypeView type) {
        Map<String, CelType> fields = new LinkedHashMap<>();
        for (FieldView field : type.fields()) {
            CelType plain = plain(field.kind());
            if (plain != null) {
                fields.put(field.name(), plain);
            }
        }
        return struct(type.name(), fields);
    }

    private StructType struct(String name, Map<String, CelType> fields) {
        return types.computeIfAbsent(
                name,
                n -> StructType.create(
                        n, ImmutableSet.copyOf(fields.keySet()), field -> Optional.ofNullable(fields.get(field))));
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
