package org.quanhe.crm.lifecycle.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.records.control.RecordTypeDescriptor;
import org.quanhe.crm.records.control.RecordTypes;
import org.quanhe.crm.records.entity.StagedRecord;

/** Record types that go through the lifecycle. */
@ApplicationScoped
public class StagedTypes {
    @Inject
    private RecordTypes types;

    /** In the order of the menu. */
    public List<RecordTypeDescriptor> all() {
        return types.all().stream()
                .filter(type -> StagedRecord.class.isAssignableFrom(type.entity()))
                .toList();
    }

    public Set<String> names() {
        return all().stream().map(RecordTypeDescriptor::name).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The type of that name; INVALID for one that takes no part. */
    public RecordTypeDescriptor named(String name) {
        RecordTypeDescriptor type = types.named(name);
        if (!StagedRecord.class.isAssignableFrom(type.entity())) {
            throw CrmException.invalid("lifecycle.error.noPart", LocalizedMessage.of(name + ".type"));
        }
        return type;
    }
}
