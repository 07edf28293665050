package org.quanhe.crm.records.boundary;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Currency;
import java.util.List;
import org.quanhe.crm.records.Filter;
import org.quanhe.crm.records.Metadata;
import org.quanhe.crm.records.RecordTypeView;
import org.quanhe.crm.records.control.RecordTypeDescriptor;
import org.quanhe.crm.records.control.RecordTypes;
import org.quanhe.crm.records.control.SeenTypes;
import org.quanhe.crm.records.control.types.MoneyType;
import org.quanhe.crm.records.spi.Access;

/** The record types as far as the caller may use them. */
@Stateless
@Local(Metadata.class)
public class MetadataService implements Metadata {
    @Inject
    private RecordTypes types;

    @Inject
    private SeenTypes seen;

    @Inject
    private Access access;

    @Inject
    private MoneyType money;

    @Override
    public List<RecordTypeView> types() {
        return types.all().stream()
                .filter(type -> !access.readable(type.name()).equals(Filter.NONE))
                .map(type -> view(seen.of(type)))
                .toList();
    }

    @Override
    public RecordTypeView type(String name) {
        return view(seen.readable(name));
    }

    private RecordTypeView view(RecordTypeDescriptor type) {
        RecordTypeView all = type.view();
        return new RecordTypeView(
                all.name(),
                all.icon(),
                all.fields(),
                all.defaultSort(),
                !access.writable(type.name()).equals(Filter.NONE),
                !access.deletable(type.name()).equals(Filter.NONE),
                all.inMenu());
    }

    @Override
    public List<RecordTypeView> allTypes() {
        return types.views();
    }

    @Override
    public Currency currency() {
        return money.usual();
    }

    @Override
    public long version() {
        return types.published().number();
    }
}
