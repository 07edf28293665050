package org.quanhe.crm.messages.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.quanhe.crm.messages.NoticeKind;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.records.Filter;
import org.quanhe.crm.records.control.Evaluation;
import org.quanhe.crm.records.control.RecordTypeDescriptor;
import org.quanhe.crm.records.control.RecordTypes;
import org.quanhe.crm.records.control.RecordWriter;
import org.quanhe.crm.records.entity.OwnedRecord;
import org.quanhe.crm.records.spi.Access;
import org.quanhe.crm.records.spi.RecordListener;
import org.quanhe.crm.records.spi.WrittenRecord;

/**
 * Tells people that somebody gave them a task or a record. What one transaction gives the same person is one notice; a
 * file of thousands of records is none.
 */
@ApplicationScoped
public class AssignmentWatch implements RecordListener {
    private static final String ACTIVITIES = "activities";

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    private TransactionSynchronizationRegistry transactions;

    @Inject
    private RecordTypes types;

    @Inject
    private Access access;

    @Inject
    private Colleagues colleagues;

    @Inject
    private NoticeBook book;

    /** What the current transaction has given to somebody. */
    private record Key(long user, NoticeKind kind, String type) {}

    private record Before(NoticeBook.Given given, String title, int others) {}

    @Override
    public boolean wants(String type, String action) {
        return (action.equals(RecordWriter.CREATED) || action.equals(RecordWriter.CHANGED))
                && types.find(type).filter(RecordTypeDescriptor::owned).isPresent();
    }

    @Override
    public boolean wantsOfMany(String type, String action) {
        return false;
    }

    @Override
    public void written(WrittenRecord record) {
        if (record.changed(OwnedRecord.OWNER)
                && record.is(OwnedRecord.OWNER) instanceof RecordRef owner
                && owner.id() != access.caller().id()) {
            colleagues
                    .find(owner.id())
                    .filter(colleague -> mayRead(colleague, record))
                    .ifPresent(colleague -> tell(colleague, record));
        }
    }

    /** Nobody is told the name of what they may not see. */
    private boolean mayRead(Colleague colleague, WrittenRecord record) {
        Filter readable = access.as(
                colleague.username(), () -> access.readable(record.ref().type()));
        return Evaluation.holds(readable, record.after());
    }

    private void tell(Colleague colleague, WrittenRecord record) {
        NoticeKind kind = record.ref().type().equals(ACTIVITIES) && "task".equals(record.is("kind"))
                ? NoticeKind.TASK
                : NoticeKind.ASSIGNED;
        Key key = new Key(colleague.id(), kind, record.ref().type());
        Map<Key, Before> inThisTransaction = known();
        Before before = inThisTransaction.get(key);
        String actor = access.caller().displayName();
        Object one = LocalizedMessage.of(record.ref().type() + ".type.one");
        if (before == null) {
            LocalizedMessage text = LocalizedMessage.of("messages.notice." + kind.code(), actor, record.title(), one);
            NoticeBook.Given given = book.tell(colleague, new NoticeBook.News(kind, text, "", record.ref(), "", null));
            inThisTransaction.put(key, new Before(given, record.title(), 0));
        } else {
            int others = before.others() + 1;
            before.given()
                    .say(LocalizedMessage.of(
                            "messages.notice." + kind.code() + ".many", actor, before.title(), one, others));
            inThisTransaction.put(key, new Before(before.given(), before.title(), others));
        }
    }

    @SuppressWarnings("unchecked")
    private Map<Key, Before> known() {
        Optional<Map<Key, Before>> known =
                Optional.ofNullable((Map<Key, Before>) transactions.getResource(AssignmentWatch.class));
        return known.orElseGet(() -> {
            Map<Key, Before> fresh = new HashMap<>();
            transactions.putResource(AssignmentWatch.class, fresh);
            return fresh;
        });
    }
}
