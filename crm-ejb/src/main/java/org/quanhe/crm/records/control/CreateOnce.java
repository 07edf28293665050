package org.quanhe.crm.records.control;

import jakarta.ejb.Schedule;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.platform.TimeSource;
import org.quanhe.crm.platform.control.CallerContext;
import org.quanhe.crm.records.RecordView;
import org.quanhe.crm.records.entity.RecordEntity;
import org.quanhe.crm.records.entity.RequestKey;

/**
 * Creates a record at most once for a key of the caller: the key is a row with a unique number in the same transaction,
 * so that of two calls at once the database lets one through.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class CreateOnce {
    /** As with other services that know such keys. */
    private static final Duration KEPT = Duration.ofDays(1);

    private static final int LONGEST = 200;

    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private RecordTypes types;

    @Inject
    private RecordViews views;

    @Inject
    private RecordWriter writer;

    @Inject
    private CallerContext caller;

    @Inject
    private TimeSource time;

    /**
     * What the key has created before, if anything.
     *
     * @throws CrmException CONFLICT if it was other values; INVALID for a key that is empty or too long
     */
    public Optional<RecordView> earlier(String type, Map<String, ?> values, String key) {
        return Optional.ofNullable(entities.find(RequestKey.class, id(key))).map(found -> {
            if (!found.fingerprint().equals(fingerprint(type, values))) {
                throw new CrmException(CrmException.Kind.CONFLICT, LocalizedMessage.of("records.error.keyUsed"));
            }
            return view(found.made());
        });
    }

    /** Creates the record and notes the key; fails with the database's refusal if another call was faster. */
    public RecordView create(String type, Map<String, ?> values, String key) {
        return create(type, values, key, "", made -> {});
    }

    /**
     * The same, for a reason that the audit tells.
     *
     * @param then what follows from it, in the same transaction
     */
    public RecordView create(String type, Map<String, ?> values, String key, String why, Consumer<RecordEntity> then) {
        RequestKey row = new RequestKey(id(key), fingerprint(type, values), type, time.now());
        entities.persist(row);
        // the database decides now who is first, not behind all the work
        entities.flush();
        RecordEntity made = writer.create(type, values, why);
        row.made(made.getId());
        then.accept(made);
        return views.explained(types.named(type), made);
    }

    private RecordView view(RecordRef ref) {
        RecordTypeDescriptor type = types.named(ref.type());
        RecordEntity entity = views.visible(type, ref.id());
        if (entity == null) {
            throw CrmException.notFound(ref);
        }
        return views.explained(type, entity);
    }

    @Schedule(hour = "*", minute = "23", persistent = false)
    void forget() {
        entities.createQuery("delete from RequestKey k where k.createdAt < :before")
                .setParameter("before", time.now().minus(KEPT))
                .executeUpdate();
    }

    private String id(String key) {
        if (key.isBlank() || key.length() > LONGEST) {
            throw CrmException.invalid("records.error.key", LONGEST);
        }
        return hash(List.of(caller.username().orElse(""), key));
    }

    private static String fingerprint(String type, Map<String, ?> values) {
        return hash(List.of(type, values.toString()));
    }

    private static String hash(List<String> parts) {
        try {
            byte[] text = String.join("\n", parts).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
