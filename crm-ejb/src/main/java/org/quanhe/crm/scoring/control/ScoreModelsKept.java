package org.quanhe.crm.scoring.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.quanhe.crm.platform.JsonText;
import org.quanhe.crm.platform.control.AfterCommit;
import org.quanhe.crm.platform.control.BrieflyKnown;
import org.quanhe.crm.platform.control.FreshReading;
import org.quanhe.crm.records.spi.MetadataListener;
import org.quanhe.crm.scoring.entity.ScoreModelRow;

/** The model in force, as everybody who scores needs it. */
@ApplicationScoped
public class ScoreModelsKept implements MetadataListener {
    /** How long a model that another node put in force may go unnoticed here: its rescoring reaches what was missed. */
    private static final Duration FRESH = Duration.ofSeconds(1);

    private static final String SHIPPED = "/scoring/model.json";

    @Inject
    private FreshReading fresh;

    @Inject
    private ModelReader reader;

    @Inject
    private AfterCommit afterCommit;

    private final BrieflyKnown<ScoreModel> known = new BrieflyKnown<>(FRESH);

    /** The model in force. */
    public ScoreModel inForce() {
        return known.get(() -> {
            ScoreModelRow row = fresh.of(entities -> entities.find(ScoreModelRow.class, ScoreModelRow.ONLY));
            return reader.readKept(row.number(), document(row.inForce()));
        });
    }

    /** Another model is in force behind the commit of this transaction. */
    void changed() {
        known.forget();
        afterCommit.run(known::forget);
    }

    /** The fields that criteria look at may be others. */
    @Override
    public void metadataChanged(boolean reshaped) {
        known.forget();
    }

    /** What a row says: nothing stands for the model that comes with the application. */
    public static Map<String, Object> document(String text) {
        Map<String, Object> document = JsonText.readMap(text);
        return document.isEmpty() ? shipped() : document;
    }

    private static Map<String, Object> shipped() {
        try (InputStream file = Objects.requireNonNull(ScoreModelsKept.class.getResourceAsStream(SHIPPED))) {
            return JsonText.readMap(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
