package org.quanhe.crm.activities;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.quanhe.crm.harness.Answer;
import org.quanhe.crm.harness.Crm;
import org.quanhe.crm.harness.Patience;
import org.quanhe.crm.harness.UnderWay;

/** People are reminded and a series goes on: nobody is reminded twice, and nothing is forgotten. */
public final class RemindersUnderWay implements UnderWay {
    private static final String WORD = "nhacnho";
    private static final int SOME = 20;
    private static final long PAUSE_MILLIS = 40;

    private final List<Long> planned = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger begun = new AtomicInteger();
    private long series;

    @Override
    public String promise() {
        return "everyReminderComesOnceAndTheNextOfASeriesIsMadeOnce";
    }

    @Override
    public void prepare(Crm admin) {
        Agenda agenda = new Agenda(admin);
        series = agenda.plan("call", WORD + " hằng ngày", Instant.now().minusSeconds(60), "");
        Answer repeats = admin.send(
                "PUT", "/activities/" + series + "/recurrence", "application/json", "{\"rule\":\"FREQ=DAILY\"}");
        assertThat(repeats.status()).as("%s", repeats).isEqualTo(200);
    }

    /** Due at once: the worker is in the middle of them when the kill comes. */
    @Override
    public void work(Crm admin) {
        Instant soon = Instant.now().plusSeconds(601);
        Answer made = admin.post(
                "/activities",
                "{\"kind\":\"call\",\"subject\":\"" + WORD + " " + begun.incrementAndGet() + "\",\"startsAt\":\"" + soon
                        + "\",\"remindBefore\":10,\"done\":false}");
        if (made.status() == 201) {
            planned.add(made.json().getJsonNumber("id").longValue());
        }
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public boolean isMidway(Crm admin) {
        int told = reminded(admin).size();
        return planned.size() > SOME && told > 0 && told < planned.size();
    }

    /** Numbers of the activities that somebody was reminded of, as often as that was. */
    private static List<Long> reminded(Crm admin) {
        List<Long> reminded = new ArrayList<>();
        String cursor = "";
        List<JsonObject> page;
        do {
            page = new Agenda(admin).items("/notices?limit=200" + cursor);
            page.stream()
                    .filter(notice -> notice.getString("text").contains(WORD)
                            && notice.getString("kind").equals("reminder"))
                    .forEach(notice ->
                            reminded.add(notice.getJsonNumber("recordId").longValue()));
            cursor =
                    page.isEmpty() ? "" : "&cursor=" + page.get(page.size() - 1).getInt("id");
        } while (!page.isEmpty());
        return reminded;
    }

    @Override
    public void check(Crm admin) {
        List<Long> all = List.copyOf(planned);
        Patience.until("all reminders", () -> reminded(admin).containsAll(all));
        List<Long> reminded = reminded(admin);
        assertThat(reminded).doesNotHaveDuplicates().containsAll(all);
        Answer made = admin.await(
                "/activities/" + series + "/recurrence",
                answer -> answer.json().getJsonArray("made").size() >= 2);
        assertThat(made.json().getJsonArray("made")).hasSize(2);
    }
}
