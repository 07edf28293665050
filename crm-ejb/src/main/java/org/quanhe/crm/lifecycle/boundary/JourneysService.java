package org.quanhe.crm.lifecycle.boundary;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.quanhe.crm.identity.TeamMembers;
import org.quanhe.crm.lifecycle.JourneyMap;
import org.quanhe.crm.lifecycle.Journeys;
import org.quanhe.crm.lifecycle.Stage;
import org.quanhe.crm.lifecycle.control.JourneyCount;
import org.quanhe.crm.lifecycle.control.JourneyCount.Cohort;
import org.quanhe.crm.lifecycle.control.LifecycleBook;
import org.quanhe.crm.lifecycle.control.StagedTypes;
import org.quanhe.crm.lifecycle.control.Stages;
import org.quanhe.crm.lifecycle.entity.LifecycleDocument;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.records.RecordView;
import org.quanhe.crm.records.control.RecordTypeDescriptor;
import org.quanhe.crm.records.control.RecordTypes;
import org.quanhe.crm.records.control.RecordViews;
import org.quanhe.crm.records.control.SeenTypes;
import org.quanhe.crm.records.entity.StagedRecord;
import org.quanhe.crm.records.spi.Access;

/** The façade of journeys. */
@Stateless
@Local(Journeys.class)
public class JourneysService implements Journeys {
    private static final int MOST = 200;

    @Inject
    private JourneyCount count;

    @Inject
    private LifecycleBook book;

    @Inject
    private StagedTypes stagedTypes;

    @Inject
    private SeenTypes seen;

    @Inject
    private RecordViews views;

    @Inject
    private TeamMembers teams;

    @Inject
    private Access access;

    @Override
    public JourneyMap map(String type, LocalDate from, LocalDate to) {
        Cohort cohort = cohort(type, from, to);
        Stages stages = stages();
        Map<String, Long> entered = count.entered(cohort);
        Map<String, Long> standing = count.standing(cohort);
        Map<String, Long> medians = count.medians(cohort);
        List<JourneyMap.Step> steps = stages.stages().stream()
                .map(stage -> new JourneyMap.Step(
                        new Stage(
                                stage.code(),
                                stage.names(),
                                stage.team(),
                                Map.of(),
                                Map.of(),
                                stage.steps(),
                                stage.handOver()),
                        teams.name(stage.team()).orElse(""),
                        entered.getOrDefault(stage.code(), 0L),
                        count.wentOn(cohort, stage, stages.behind(stage)),
                        standing.getOrDefault(stage.code(), 0L),
                        medians.get(stage.code())))
                .toList();
        return new JourneyMap(type, from, to, count.records(cohort), steps);
    }

    @Override
    public List<RecordView> records(
            String type, LocalDate from, LocalDate to, String stage, Which which, long behind, int limit) {
        Cohort cohort = cohort(type, from, to);
        Stages stages = stages();
        Stage asked = stages.find(stage)
                .orElseThrow(() -> CrmException.invalidField(
                        "stage", LocalizedMessage.of("lifecycle.error.unknownStage", shortened(stage))));
        int most = Math.min(Math.max(limit, 1), MOST);
        return views.views(cohort.type(), count.behind(cohort, asked, stages.behind(asked), which, behind, most));
    }

    private Stages stages() {
        return book.read(book.row(LifecycleDocument.STAGES));
    }

    private Cohort cohort(String name, LocalDate from, LocalDate to) {
        seen.readable(name);
        RecordTypeDescriptor type = stagedTypes.named(name);
        if (!access.fields(name).readable(StagedRecord.STAGE)) {
            throw RecordTypes.unknown(name);
        }
        return new Cohort(type, from, to);
    }

    private static String shortened(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }
}
