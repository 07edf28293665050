package org.quanhe.crm.automation.control;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.automation.entity.AutomationRun;
import org.quanhe.crm.automation.spi.Step;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.records.RecordView;
import org.quanhe.crm.records.control.FieldTypes;

/** A step under way. */
final class CurrentStep implements Step {
    private static final Pattern FIELD = Pattern.compile("\\{\\{\\s*([A-Za-z][A-Za-z0-9_]*)\\s*}}");

    private final AutomationRun run;
    private final Definition definition;
    private final RecordView record;
    private final Instant now;
    private final FieldTypes fieldTypes;
    private @Nullable Instant pause;
    private @Nullable Instant watch;
    private boolean ended;

    CurrentStep(AutomationRun run, Definition definition, RecordView record, Instant now, FieldTypes fieldTypes) {
        this.run = run;
        this.definition = definition;
        this.record = record;
        this.now = now;
        this.fieldTypes = fieldTypes;
    }

    @Nullable
    Instant pause() {
        return pause;
    }

    @Override
    public RecordView record() {
        return record;
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public void say(String key, Object... args) {
        say(LocalizedMessage.of(key, args));
    }

    @Override
    public void say(LocalizedMessage text) {
        run.say(now, text);
    }

    @Override
    public void waitUntil(Instant moment) {
        pause = moment;
    }

    /** Until when it wants to be asked again. */
    @Nullable
    Instant watch() {
        return watch;
    }

    boolean ended() {
        return ended;
    }

    @Override
    public void watchUntil(Instant latest) {
        watch = latest;
    }

    @Override
    public Optional<Instant> watchedUntil() {
        return run.watchedUntil();
    }

    @Override
    public void end() {
        ended = true;
    }

    @Override
    public String why() {
        return definition.name();
    }

    @Override
    public long number() {
        return run.id();
    }

    @Override
    public long automation() {
        return run.automationId();
    }

    @Override
    public String author() {
        return run.author();
    }

    @Override
    public String merged(String text) {
        Matcher matcher = FIELD.matcher(text);
        StringBuilder merged = new StringBuilder();
        while (matcher.find()) {
            matcher.appendReplacement(merged, Matcher.quoteReplacement(value(matcher.group(1))));
        }
        matcher.appendTail(merged);
        return merged.toString();
    }

    private String value(String field) {
        if (field.equals("id")) {
            return Long.toString(record.ref().id());
        }
        if (field.equals("title")) {
            return record.title();
        }
        Object value = record.value(field);
        if (value instanceof RecordRef ref) {
            return record.referenceTitles().getOrDefault(ref.key(), "");
        }
        return definition
                .type()
                .find(field)
                .map(view -> fieldTypes.text(view, value))
                .orElse("");
    }
}
