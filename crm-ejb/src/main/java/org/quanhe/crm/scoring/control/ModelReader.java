package org.quanhe.crm.scoring.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.CrmException.Violation;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.records.RecordTypeView;
import org.quanhe.crm.records.control.RecordTypes;
import org.quanhe.crm.records.control.model.Part;
import org.quanhe.crm.scoring.spi.Criterion;
import org.quanhe.crm.scoring.spi.CriterionKind;
import org.quanhe.crm.scoring.spi.LedgerLine;

/** Reads documents of models, and says all that is wrong with one at once. */
@ApplicationScoped
public class ModelReader {
    private static final int MOST_POINTS = 100;
    private static final int HIGHEST = 10_000;
    private static final int MOST_CRITERIA = 100;
    private static final int LONGEST_NAME = 120;

    @Inject
    private RecordTypes types;

    @Inject
    @Any
    private Instance<CriterionKind> kinds;

    /**
     * Reads a model.
     *
     * @throws CrmException INVALID, naming each place that is wrong: {@code criteria[2].when}
     */
    public ScoreModel read(int number, Map<String, ?> document) {
        List<Violation> violations = new ArrayList<>();
        ScoreModel model = read(number, document, violations);
        if (!violations.isEmpty()) {
            throw CrmException.invalid(violations);
        }
        return model;
    }

    /** The same for a model that was in force already: what does not fit any more is left out. */
    public ScoreModel readKept(int number, Map<String, ?> document) {
        return read(number, document, new ArrayList<>());
    }

    /** What would be wrong with a model if leads were of that type. */
    List<Violation> violations(Map<String, ?> document, RecordTypeView leads) {
        List<Violation> violations = new ArrayList<>();
        read(0, document, leads, violations);
        return violations;
    }

    private ScoreModel read(int number, Map<String, ?> document, List<Violation> violations) {
        return read(number, document, types.named(Scorekeeper.LEADS).view(), violations);
    }

    private ScoreModel read(int number, Map<String, ?> document, RecordTypeView leads, List<Violation> violations) {
        Part part = new Part("", document, violations);
        Map<String, String> name = named(part, "name");
        int warm = part.number("warm", 30, HIGHEST);
        int hot = part.number("hot", 60, HIGHEST);
        int threshold = part.number("threshold", hot, HIGHEST);
        if (warm >= hot) {
            part.wrong("hot", "scoring.error.bands", warm, hot);
        }
        List<Part> parts = part.parts("criteria");
        if (parts.size() > MOST_CRITERIA) {
            part.wrong("criteria", "records.error.tooMany", parts.size(), MOST_CRITERIA);
            return new ScoreModel(number, name, warm, hot, threshold, List.of());
        }
        Set<String> keys = new HashSet<>(Set.of(LedgerLine.MANUAL));
        List<Criterion> criteria = new ArrayList<>();
        for (Part one : parts) {
            int faults = violations.size();
            criterion(one, leads, keys)
                    .filter(fits -> violations.size() == faults)
                    .ifPresent(criteria::add);
        }
        part.end();
        return new ScoreModel(number, name, warm, hot, threshold, criteria);
    }

    private Optional<Criterion> criterion(Part part, RecordTypeView leads, Set<String> keys) {
        String key = part.text("key", "");
        if (!key.matches("[a-z][a-z0-9-]{0,39}")) {
            part.wrong("key", "scoring.error.key");
        } else if (!keys.add(key)) {
            part.wrong("key", "scoring.error.twice", key);
        }
        CriterionKind.Basics about = new CriterionKind.Basics(key, named(part, "labels"), points(part));
        String code = part.text("kind", "");
        Optional<CriterionKind> kind = StreamSupport.stream(kinds.spliterator(), false)
                .filter(one -> one.code().equals(code))
                .findFirst();
        if (kind.isEmpty()) {
            String all = String.join(
                    ", ",
                    StreamSupport.stream(kinds.spliterator(), false)
                            .map(CriterionKind::code)
                            .sorted()
                            .toList());
            part.wrong("kind", "records.error.noChoice", code, LocalizedMessage.of("records.list", all));
            return Optional.empty();
        }
        Criterion read = kind.get().read(about, part, leads);
        part.end();
        return Optional.of(read);
    }

    private static Map<String, String> named(Part part, String name) {
        Map<String, String> texts = part.texts(name, Map.of(), LONGEST_NAME);
        if (texts.isEmpty()) {
            part.wrong(name, "records.error.required");
        }
        return texts;
    }

    private static int points(Part part) {
        Object value = part.raw("points");
        boolean whole = value instanceof BigDecimal number
                && number.abs().compareTo(BigDecimal.valueOf(MOST_POINTS)) <= 0
                && number.stripTrailingZeros().scale() <= 0;
        int points = whole ? ((BigDecimal) value).intValue() : 0;
        if (points == 0) {
            part.wrong("points", "scoring.error.points", MOST_POINTS);
        }
        return points;
    }
}
