package org.quanhe.crm.records.ui;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.records.FieldKind;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.Filter;
import org.quanhe.crm.records.ListQuery;
import org.quanhe.crm.records.Metadata;
import org.quanhe.crm.records.RecordTypeView;
import org.quanhe.crm.records.RecordView;
import org.quanhe.crm.records.Records;
import org.quanhe.crm.shell.ui.Initials;
import org.quanhe.crm.shell.ui.Links;
import org.quanhe.crm.shell.ui.Viewer;

/** Records that point to a record, and the people and organisations it has relations with. */
@RequestScoped
public class RelatedRecords {
    private static final String RELATIONS = "relations";
    private static final String CUSTOMER = "customer";
    private static final String RELATED = "related";
    private static final int SHOWN = 10;
    private static final int PEOPLE = 50;

    @Inject
    private Metadata metadata;

    @Inject
    private Records records;

    @Inject
    private Values values;

    @Inject
    private Viewer viewer;

    /** Types with a field that points here, each with its newest records. */
    List<Group> of(RecordTypeView type, RecordView record) {
        List<Group> groups = new ArrayList<>();
        for (RecordTypeView other : metadata.types()) {
            if (!other.name().equals(RELATIONS)) {
                other.fields().stream()
                        .filter(f -> f.target().equals(type.name()) && !f.readOnly())
                        .map(f -> group(other, f, record.ref()))
                        .filter(group -> !group.items().isEmpty())
                        .forEach(groups::add);
            }
        }
        return groups;
    }

    private Group group(RecordTypeView type, FieldView field, RecordRef ref) {
        Filter pointing = Filter.eq(field.name(), ref.id());
        List<Item> items = records
                .list(ListQuery.of(type.name()).where(pointing).limitedTo(SHOWN))
                .items()
                .stream()
                .map(r -> new Item(
                        r.title().isBlank() ? viewer.text("ui.untitled") : r.title(),
                        Links.record(type.name(), r.ref().id()),
                        tags(type, r)))
                .toList();
        return new Group(
                viewer.text(type.name() + ".type"),
                values.label(field),
                items,
                Links.list(type.name()) + "&filter=" + Links.encode(field.name() + " == " + ref.id()));
    }

    private List<Shown> tags(RecordTypeView type, RecordView record) {
        return type.fields().stream()
                .filter(f -> f.kind() == FieldKind.CHOICE)
                .limit(1)
                .flatMap(f -> values.of(record, f).stream())
                .toList();
    }

    /** The other side of each relation, with its role. */
    List<Person> people(RecordView record) {
        Optional<RecordTypeView> relations = metadata.types().stream()
                .filter(t -> t.name().equals(RELATIONS))
                .filter(t -> t.find(CUSTOMER).isPresent() && t.find(RELATED).isPresent())
                .findFirst();
        if (relations.isEmpty()) {
            return List.of();
        }
        long id = record.ref().id();
        Filter either = Filter.eq(CUSTOMER, id).or(Filter.eq(RELATED, id));
        return records.list(ListQuery.of(RELATIONS).where(either).limitedTo(PEOPLE)).items().stream()
                .flatMap(relation -> person(relations.get(), relation, record.ref()).stream())
                .toList();
    }

    private Optional<Person> person(RecordTypeView type, RecordView relation, RecordRef self) {
        Object first = relation.value(CUSTOMER);
        Object other = self.equals(first) ? relation.value(RELATED) : first;
        if (!(other instanceof RecordRef ref) || relation.referenceTitles().get(ref.key()) == null) {
            return Optional.empty();
        }
        String title = relation.referenceTitles().get(ref.key());
        String role = type.find("role").map(f -> values.line(relation, f)).orElse("");
        String remark = type.find("remark").map(f -> values.line(relation, f)).orElse("");
        return Optional.of(new Person(
                title,
                Links.record(ref.type(), ref.id()),
                Initials.of(title),
                Initials.colour(ref.id()),
                role,
                remark,
                Links.record(RELATIONS, relation.ref().id())));
    }

    /** Records of a type that point here by a field. */
    public record Group(String label, String field, List<Item> items, String href) {}

    /** One of them. */
    public record Item(String title, String href, List<Shown> tags) {}

    /** Somebody related. */
    public record Person(
            String title,
            String href,
            String initials,
            String colour,
            String role,
            String remark,
            String relationHref) {}
}
