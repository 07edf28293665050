package org.quanhe.crm.records.boundary;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.identity.Role;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.records.FieldState;
import org.quanhe.crm.records.FormView;
import org.quanhe.crm.records.Forms;
import org.quanhe.crm.records.control.FieldConditions;
import org.quanhe.crm.records.control.FormLayouts;
import org.quanhe.crm.records.control.RecordTypeDescriptor;
import org.quanhe.crm.records.control.RecordTypes;
import org.quanhe.crm.records.control.RecordViews;
import org.quanhe.crm.records.control.SeenTypes;
import org.quanhe.crm.records.control.ValueReader;
import org.quanhe.crm.records.entity.RecordEntity;
import org.quanhe.crm.records.metadata.MetadataEditing;
import org.quanhe.crm.records.metadata.Model;
import org.quanhe.crm.records.spi.Access;

/** Forms as their readers see them. */
@Stateless
@Local(Forms.class)
public class FormsService implements Forms {
    @Inject
    private RecordTypes types;

    @Inject
    private SeenTypes seen;

    @Inject
    private RecordViews views;

    @Inject
    private ValueReader reader;

    @Inject
    private MetadataEditing editing;

    @Inject
    private Access access;

    @Override
    public FormView of(String name) {
        RecordTypeDescriptor type = seen.readable(name);
        return FormLayouts.of(
                types.published().model().type(name),
                type,
                access.caller().roles(),
                types.conditions().deciding(name));
    }

    @Override
    public Map<String, FieldState> states(String name, long id, Map<String, @Nullable Object> typed) {
        RecordTypeDescriptor type = seen.readable(name);
        FieldConditions conditions = types.conditions();
        if (conditions.deciding(name).isEmpty()) {
            return Map.of();
        }
        Map<String, Object> stored = Map.of();
        if (id > 0) {
            RecordEntity entity = views.visible(type, id);
            if (entity == null) {
                throw CrmException.notFound(new RecordRef(name, id));
            }
            stored = RecordViews.values(types.named(name), entity);
        }
        Map<String, Object> values = new HashMap<>(stored);
        ValueReader.Read read = reader.read(type, typed);
        typed.keySet().forEach(values::remove);
        read.values().forEach((field, value) -> {
            if (value != null) {
                values.put(field.name(), value);
            }
        });
        return conditions.states(name, stored, values, type.fields().keySet());
    }

    @Override
    public FormView preview(String name, String role, long draft) {
        Role known = Arrays.stream(Role.values())
                .filter(one -> one.code().equals(role))
                .findFirst()
                .orElseThrow(() -> CrmException.invalid("records.metadata.error.noRole", role));
        Set<Role> roles = Set.of(known);
        Model model = draft == 0 ? editing.published() : editing.draftModel(draft);
        Map<String, RecordTypeDescriptor> shaped = types.shaped(model);
        RecordTypeDescriptor type = shaped.get(name);
        if (type == null) {
            throw RecordTypes.unknown(name);
        }
        RecordTypeDescriptor sees = types.find(name).isEmpty() ? type : type.within(access.fields(name, roles));
        return FormLayouts.of(
                model.type(name),
                sees,
                roles,
                FieldConditions.read(model, shaped).deciding(name));
    }
}
