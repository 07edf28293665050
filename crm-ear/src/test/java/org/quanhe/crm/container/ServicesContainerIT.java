package org.quanhe.crm.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.UserTransaction;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.quanhe.crm.automation.Automations;
import org.quanhe.crm.automation.RunView;
import org.quanhe.crm.automation.control.RunSweep;
import org.quanhe.crm.automation.entity.AutomationRule;
import org.quanhe.crm.automation.entity.AutomationRun;
import org.quanhe.crm.capture.control.CaptureSweep;
import org.quanhe.crm.capture.entity.Visit;
import org.quanhe.crm.identity.FieldRight;
import org.quanhe.crm.identity.FieldRights;
import org.quanhe.crm.identity.Role;
import org.quanhe.crm.identity.entity.User;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.platform.control.CallerContext;
import org.quanhe.crm.platform.entity.OutboxRow;
import org.quanhe.crm.records.ListQuery;
import org.quanhe.crm.records.RecordView;
import org.quanhe.crm.records.Records;
import org.quanhe.crm.records.Records.BulkResult;
import org.quanhe.crm.records.SavedView;
import org.quanhe.crm.records.SavedViews;
import org.quanhe.crm.search.control.IndexVisibility;

/**
 * What only the inside shows: the services without their pages, in the server's transactions and on its threads. The
 * archive has the libraries of the application and none of its web module.
 */
@ArquillianTest
@Tag("container")
class ServicesContainerIT {
    private static final Path APPLICATION = Path.of("target", "bundle", "crm-web.war");

    private final String word = "ben" + Long.toString(System.nanoTime(), 36);

    @EJB
    private Records records;

    @EJB
    private SavedViews savedViews;

    @EJB
    private FieldRights fieldRights;

    @EJB
    private Automations automations;

    @EJB
    private RunSweep sweep;

    @EJB
    private CaptureSweep visitSweep;

    @Inject
    private IndexVisibility visibility;

    @Inject
    private UserTransaction transaction;

    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @EJB
    private Background background;

    @Deployment
    static WebArchive services() {
        WebArchive application = ShrinkWrap.createFromZipFile(WebArchive.class, APPLICATION.toFile());
        WebArchive archive = ShrinkWrap.create(WebArchive.class, "services.war");
        application
                .getContent(path -> path.get().matches("/WEB-INF/(lib/.*\\.jar|ejb-jar\\.xml)"))
                .forEach((path, node) -> {
                    if (!path.get().contains("primefaces")) {
                        archive.add(node.getAsset(), path);
                    }
                });
        return archive.addClass(Background.class).addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml");
    }

    @Test
    void aCallOfNobodyIsRefused() {
        CrmException refused = assertThrows(CrmException.class, () -> records.list(ListQuery.of("customers")));
        assertEquals(CrmException.Kind.UNAUTHENTICATED, refused.kind());
    }

    @Test
    void whatIsRolledBackWasNeverThere() throws Exception {
        long[] before = {lines("AuditLine"), lines("OutboxRow")};
        transaction.begin();
        RecordView made =
                CallerContext.runAs("admin", () -> records.create("customers", Map.of("name", "Hoàn tác " + word)));
        transaction.rollback();
        assertEquals(before[0], lines("AuditLine"));
        assertEquals(before[1], lines("OutboxRow"));
        CallerContext.runAs("admin", () -> {
            CrmException gone = assertThrows(CrmException.class, () -> records.open(made.ref()));
            assertEquals(CrmException.Kind.NOT_FOUND, gone.kind());
            assertEquals(0, records.count(ListQuery.of("customers").withText("hoan tac " + word), 10));
            return true;
        });
    }

    /** A job of a user who is switched off meanwhile: what it read at first must not be what all others are told. */
    @Test
    void whoIsSwitchedOffIsOffAlsoForATransactionThatHasReadTheUserBefore() throws Exception {
        RecordRef author = CallerContext.runAs("admin", () -> records.create(
                        "users", Map.of("username", word, "displayName", word, "roles", List.of("administrator")))
                .ref());
        transaction.begin();
        try {
            assertEquals(word, entities.find(User.class, author.id()).getUsername());
            background
                    .begin(() -> CallerContext.runAs(
                            "admin", () -> records.change(author, null, Map.of("active", false), "")))
                    .get(1, TimeUnit.MINUTES);
            CallerContext.runAs(word, () -> {
                CrmException refused = assertThrows(CrmException.class, () -> records.list(ListQuery.of("customers")));
                assertEquals(CrmException.Kind.UNAUTHENTICATED, refused.kind());
                return true;
            });
        } finally {
            transaction.rollback();
        }
    }

    @Test
    void whatIsCommittedIsFoundAtOnce() throws Exception {
        transaction.begin();
        RecordView made =
                CallerContext.runAs("admin", () -> records.create("customers", Map.of("name", "Gặp lại " + word)));
        transaction.commit();
        CallerContext.runAs("admin", () -> {
            assertEquals(made.ref(), records.open(made.ref()).ref());
            assertEquals(1, records.count(ListQuery.of("customers").withText("gap lai " + word), 10));
            return true;
        });
    }

    @Test
    @Tag("R144")
    void pageViewsAreForgottenAfterNinetyDays() throws Exception {
        String visitor = UUID.randomUUID().toString().replace("-", "");
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        transaction.begin();
        entities.persist(new Visit(visitor, "https://site.example/old", "", now.minus(Duration.ofDays(91))));
        entities.persist(new Visit(visitor, "https://site.example/young", "", now.minus(Duration.ofDays(89))));
        transaction.commit();
        visitSweep.forget();
        assertEquals(
                List.of("https://site.example/young"),
                entities.createQuery("select v.page from Visit v where v.visitor = :visitor", String.class)
                        .setParameter("visitor", visitor)
                        .getResultList());
    }

    @Test
    void whatABulkChangeReplacedIsPutBackExceptWhereSomebodyChangedItSince() {
        CallerContext.runAs("admin", () -> {
            long tagged = created(List.of("cũ, có dấu phẩy"));
            long empty = created(List.of());
            long changedSince = created(List.of());
            BulkResult done = records.tagAll("customers", List.of(tagged, empty, changedSince), "mới");
            assertEquals(3, done.replaced().size());
            records.change(new RecordRef("customers", changedSince), null, Map.of("notes", "sau đó"), "");
            BulkResult back = records.putBackAll("customers", done.replaced());
            assertEquals(List.of(tagged, empty), back.done());
            assertEquals(1, back.refused());
            assertEquals(List.of("cũ, có dấu phẩy"), tags(tagged));
            assertEquals(List.of(), tags(empty));
            assertEquals(List.of("mới"), tags(changedSince));
            return true;
        });
    }

    private long created(List<String> tags) {
        return records.create("customers", Map.of("name", "Đổi lại " + word, "tags", tags))
                .ref()
                .id();
    }

    private Object tags(long id) {
        Object tags = records.open(new RecordRef("customers", id)).values().get("tags");
        return tags == null ? List.of() : tags;
    }

    @Test
    void whatAFieldRightTakesIsGoneFromViewsOfOthersBulkChangesAndTheirUndo() {
        String manager = "manager" + word;
        long customer = CallerContext.runAs("admin", () -> {
            records.create("users", Map.of("username", manager, "displayName", manager, "roles", List.of("manager")));
            view("Lọc " + word, "has(notes)", List.of("name"));
            view("Cột " + word, "has(name)", List.of("name", "notes"));
            return created(List.of());
        });
        List<Long> ids = List.of(customer);
        BulkResult before =
                CallerContext.runAs(manager, () -> records.changeAll("customers", ids, Map.of("notes", "trước"), ""));
        assertEquals(
                List.of("Cột " + word, "Lọc " + word),
                viewsAs(manager).keySet().stream().sorted().toList());
        try {
            allow("notes", false, false);
            allow("tags", true, false);
            assertEquals(Map.of("Cột " + word, List.of("name")), viewsAs(manager));
            CallerContext.runAs(manager, () -> {
                refused(() -> records.changeAll("customers", ids, Map.of("notes", "sau"), ""));
                refused(() -> records.putBackAll("customers", before.replaced()));
                refused(() -> records.tagAll("customers", ids, "mới"));
                return true;
            });
            allow("tags", false, false);
            CallerContext.runAs(manager, () -> {
                refused(() -> records.tagAll("customers", ids, "mới"));
                return true;
            });
        } finally {
            allow("notes", true, true);
            allow("tags", true, true);
        }
        assertEquals(2, viewsAs(manager).size());
    }

    private void view(String name, String filter, List<String> columns) {
        savedViews.save(
                new SavedView(0, "customers", name, filter, "", columns, SavedView.Audience.EVERYBODY, false, true));
    }

    private Map<String, List<String>> viewsAs(String username) {
        return CallerContext.runAs(username, () -> savedViews.of("customers").stream()
                .filter(view -> view.name().endsWith(word))
                .collect(Collectors.toMap(SavedView::name, SavedView::columns)));
    }

    private void allow(String field, boolean read, boolean write) {
        CallerContext.runAs("admin", () -> {
            fieldRights.set(List.of(new FieldRight(Role.MANAGER, "customers", field, read, write)));
            return true;
        });
    }

    private static void refused(Executable work) {
        assertEquals(
                CrmException.Kind.INVALID,
                assertThrows(CrmException.class, work).kind());
    }

    /** The writer of the row died behind its commit; a job asks again and again, outside of transactions. */
    @Test
    void aRowThatNobodyCaresForIsApplied() throws Exception {
        OutboxRow row = new OutboxRow("index", "customers", "1", Instant.now());
        transaction.begin();
        entities.persist(row);
        transaction.commit();
        boolean visible = background
                .begin(() -> {
                    while (!visibility.visible(row.id())) {
                        TimeUnit.MILLISECONDS.sleep(20);
                    }
                    return true;
                })
                .get(10, TimeUnit.MINUTES);
        assertTrue(visible);
    }

    @Test
    void runsThatEndedLongAgoAreRemovedAndNoOthers() throws Exception {
        Map<String, Object> document = Map.of(
                "name",
                "Quét " + word,
                "type",
                "customers",
                "active",
                false,
                "trigger",
                Map.of("on", "created"),
                "actions",
                List.of(Map.of("do", "task", "subject", "x")));
        long automation =
                CallerContext.runAs("admin", () -> automations.create(document).id());
        Instant longAgo = Instant.EPOCH.plus(Duration.ofDays(1));
        try {
            transaction.begin();
            long ended = run(automation, longAgo, run -> run.done(longAgo));
            long stopped = run(automation, longAgo, run -> run.stop(longAgo));
            long failed = run(automation, longAgo, run -> run.giveUp(longAgo));
            long endedLater = run(automation, longAgo, run -> run.done(Instant.now()));
            long waits =
                    run(automation, longAgo, run -> run.goOn(0, Instant.now().plus(Duration.ofDays(1))));
            long triedAgain = run(automation, longAgo, run -> {
                run.giveUp(longAgo);
                run.retry(Instant.now().plus(Duration.ofDays(1)));
            });
            transaction.commit();
            assertEquals(6, runs(automation).size());
            int removed = 0;
            int portion = sweep.portion(longAgo.plusSeconds(1));
            while (portion > 0) {
                removed += portion;
                portion = sweep.portion(longAgo.plusSeconds(1));
            }
            assertEquals(3, removed, () -> List.of(ended, stopped, failed).toString());
            assertEquals(List.of(triedAgain, waits, endedLater), runs(automation));
        } finally {
            CallerContext.runAs("admin", () -> {
                automations.remove(automation);
                return true;
            });
        }
    }

    private long run(long automation, Instant at, Consumer<AutomationRun> course) {
        AutomationRule rule = entities.find(AutomationRule.class, automation);
        AutomationRun run = new AutomationRun(rule, new RecordRef("customers", 1), word, List.of(automation), at);
        course.accept(run);
        entities.persist(run);
        return run.id();
    }

    private List<Long> runs(long automation) {
        return CallerContext.runAs("admin", () -> automations.runs(automation, null, 100).stream()
                .map(RunView::id)
                .toList());
    }

    private long lines(String entity) {
        return entities.createQuery("select count(e) from " + entity + " e", Long.class)
                .getSingleResult();
    }
}
