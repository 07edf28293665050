package org.quanhe.crm.records.control.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.records.control.FieldUsers;
import org.quanhe.crm.records.control.ModelImpact;
import org.quanhe.crm.records.control.model.ModelDifference;
import org.quanhe.crm.records.metadata.Difference;
import org.quanhe.crm.records.metadata.Model;

/** What a publishing would change, in words, with what people should know before. */
@ApplicationScoped
public class Differences {
    @Inject
    private ModelImpact impact;

    @Inject
    private FieldUsers users;

    public Difference between(Model before, Model after) {
        List<Difference.Line> warnings = new ArrayList<>(impact.warnings(before, after));
        warnings.addAll(users.warnings(before, after));
        List<Difference.Line> known = ModelDifference.missingTexts(before);
        ModelDifference.missingTexts(after).stream()
                .filter(line -> !known.contains(line))
                .forEach(warnings::add);
        return new Difference(ModelDifference.between(before, after), warnings);
    }

    /** What publishing would refuse is told before. */
    public Difference withDoubles(Model before, Model after) {
        Difference known = between(before, after);
        List<Difference.Line> warnings = new ArrayList<>(impact.doubleLines(before, after));
        warnings.addAll(known.warnings());
        return new Difference(known.lines(), warnings);
    }

    /** What things bring is told behind types and fields; what would be refused is told before it is. */
    public static Difference with(Difference shaped, Arrived arrived) {
        List<Difference.Line> lines = new ArrayList<>(shaped.lines());
        lines.addAll(arrived.lines());
        List<Difference.Line> warnings = new ArrayList<>();
        arrived.problems()
                .forEach(problem -> warnings.add(new Difference.Line(
                        "", "", LocalizedMessage.of("records.transfer.refused", problem.field(), problem.message()))));
        warnings.addAll(shaped.warnings());
        warnings.addAll(arrived.warnings());
        return new Difference(lines, warnings, arrived.missing());
    }
}
