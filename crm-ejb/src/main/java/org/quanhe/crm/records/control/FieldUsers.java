package org.quanhe.crm.records.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quanhe.crm.records.metadata.Difference.Line;
import org.quanhe.crm.records.metadata.FieldModel;
import org.quanhe.crm.records.metadata.Model;
import org.quanhe.crm.records.metadata.TypeModel;
import org.quanhe.crm.records.spi.FieldUser;
import org.quanhe.crm.records.spi.FieldUser.Renaming;

/** What stands outside the metadata and names fields: told before they change, and following new names. */
@ApplicationScoped
public class FieldUsers {
    @Inject
    private RecordTypes types;

    @Inject
    @Any
    private Instance<FieldUser> users;

    /** What would follow, and what would not fit any more. */
    public List<Line> warnings(Model before, Model after) {
        List<Renaming> renamings = renamings(before, after);
        Map<String, RecordTypeDescriptor> shaped = types.shaped(after);
        List<Line> lines = new ArrayList<>();
        for (FieldUser user : users) {
            user.touched(renamings, name -> Optional.ofNullable(shaped.get(name))
                            .map(RecordTypeDescriptor::view))
                    .forEach(touched -> lines.add(new Line(touched.type(), "", touched.text())));
        }
        return lines;
    }

    /** Inside the transaction that publishes. */
    public void follow(Model before, Model after) {
        List<Renaming> renamings = renamings(before, after);
        if (!renamings.isEmpty()) {
            users.forEach(user -> user.follow(renamings));
        }
    }

    private static List<Renaming> renamings(Model before, Model after) {
        List<Renaming> renamings = new ArrayList<>();
        for (TypeModel type : after.types().values()) {
            TypeModel was = before.type(type.name());
            if (was != null) {
                type.fields().forEach((key, field) -> {
                    FieldModel known = was.fields().get(key);
                    if (known != null && !known.name().equals(field.name())) {
                        renamings.add(new Renaming(type.name(), known.name(), field.name()));
                    }
                });
            }
        }
        return renamings;
    }
}
