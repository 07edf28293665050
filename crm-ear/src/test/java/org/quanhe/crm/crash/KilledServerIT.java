package org.quanhe.crm.crash;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.quanhe.crm.activities.RemindersUnderWay;
import org.quanhe.crm.automation.AutomationsUnderWay;
import org.quanhe.crm.automation.SumsThatFollow;
import org.quanhe.crm.dataquality.LongImport;
import org.quanhe.crm.harness.Crm;
import org.quanhe.crm.harness.CrmProcess;
import org.quanhe.crm.harness.Handsets;
import org.quanhe.crm.harness.Postbox;
import org.quanhe.crm.harness.UnderWay;
import org.quanhe.crm.leads.LeadsAskedUnderWay;
import org.quanhe.crm.messages.MailBeingSent;
import org.quanhe.crm.messages.MailKept;
import org.quanhe.crm.messages.TextBeingSent;
import org.quanhe.crm.messages.TextKept;
import org.quanhe.crm.processes.StepsUnderWay;
import org.quanhe.crm.records.FormulaForAllRecords;
import org.quanhe.crm.records.PublishOfManyFields;
import org.quanhe.crm.records.StreamOfEdits;
import org.quanhe.crm.scoring.RescoredUnderWay;
import org.quanhe.crm.search.EditedIndex;
import org.quanhe.crm.search.RebuildUnderWay;

/**
 * Three lives of one server, which is killed twice: in the middle of what goes through thousands of records, and in the
 * middle of what many people do. {@code KilledIndexTest} of crm-search kills the index alone, twenty times.
 */
@Tag("crash")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KilledServerIT {
    /** So patient that a message whose line is dead is still being sent when the kill comes. */
    private static final String PATIENT_SECONDS = "1200";

    private final CrmProcess server = CrmProcess.fresh("killed");
    private final EditedIndex edits = new EditedIndex();
    private final MailKept kept = new MailKept();

    @BeforeAll
    void firstLife() {
        server.start();
    }

    @TestFactory
    @Order(1)
    Stream<DynamicTest> whatGoesThroughManyRecordsGoesOnWhereItWas() {
        List<UnderWay> works = List.of(
                kept,
                new TextKept(),
                edits,
                new SumsThatFollow(),
                new RescoredUnderWay(),
                new LongImport(),
                new FormulaForAllRecords(),
                new PublishOfManyFields());
        Kill.inTheMiddleOf(works, server);
        Postbox.get().takesMailsOf(server).with("CRM_SMTP_TIMEOUT_SECONDS", PATIENT_SECONDS);
        Handsets.get().takesTextsOf(server).with("CRM_TEXT_TIMEOUT_SECONDS", PATIENT_SECONDS);
        return checked(works);
    }

    @TestFactory
    @Order(2)
    Stream<DynamicTest> whatPeopleAndAutomationsDidIsThereOnce() {
        List<UnderWay> works = List.of(
                new MailBeingSent(kept),
                new TextBeingSent(),
                edits,
                new StreamOfEdits(),
                new StepsUnderWay(),
                new RemindersUnderWay(),
                new LeadsAskedUnderWay(),
                new AutomationsUnderWay(),
                new RebuildUnderWay(server));
        Kill.inTheMiddleOf(works, server);
        Postbox.get().takesMailsOf(server);
        Handsets.get().takesTextsOf(server);
        return checked(works);
    }

    /** The last begun first: the index is held against the database when nothing is written any more. */
    private Stream<DynamicTest> checked(List<UnderWay> works) {
        Crm admin = Kill.signedIn(server.start());
        List<UnderWay> lastFirst = new ArrayList<>(works);
        Collections.reverse(lastFirst);
        return lastFirst.stream().map(work -> DynamicTest.dynamicTest(work.promise(), () -> work.check(admin)));
    }

    @AfterAll
    void end() {
        server.stop();
    }
}
