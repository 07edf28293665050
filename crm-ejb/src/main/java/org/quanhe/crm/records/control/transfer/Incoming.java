package org.quanhe.crm.records.control.transfer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.CrmException.Violation;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.records.control.DocumentDifference;
import org.quanhe.crm.records.metadata.Difference.Line;
import org.quanhe.crm.records.metadata.Fitting;
import org.quanhe.crm.records.metadata.Missing;
import org.quanhe.crm.records.metadata.Model;
import org.quanhe.crm.records.spi.Arrival;

/** The things of one file on their way in, and what came of them. */
final class Incoming {
    private final RecordNames names;
    private final Model model;
    private final Set<String> builtIn;
    private final Map<String, Long> meant = new LinkedHashMap<>();
    private final List<Language> languages;
    private final String why;
    private final List<Line> lines = new ArrayList<>();
    private final Set<Line> warnings = new LinkedHashSet<>();
    private final Set<Missing> missing = new LinkedHashSet<>();
    private final List<Violation> problems = new ArrayList<>();

    Incoming(RecordNames names, Model model, Set<String> builtIn, Fitting fitting, String why) {
        this.names = names;
        this.model = model;
        this.builtIn = builtIn;
        fitting.instead().forEach(stand -> meant.put(key(stand.type(), stand.name()), stand.id()));
        this.languages = Stream.concat(Stream.of(fitting.spoken()), Stream.of(Language.values()))
                .distinct()
                .toList();
        this.why = why;
    }

    Arrived arrived() {
        return new Arrived(lines, List.copyOf(warnings), List.copyOf(missing), problems);
    }

    void problem(String place, LocalizedMessage text) {
        problems.add(new Violation(place, text));
    }

    Arrival thing(String kind, int index) {
        return new OneThing(kind + "[" + index + "]");
    }

    private static String key(String type, String name) {
        return type + "/" + name;
    }

    private final class OneThing implements Arrival {
        private final String place;
        private final Set<String> lacking = new LinkedHashSet<>();

        OneThing(String place) {
            this.place = place;
        }

        @Override
        public String why() {
            return why;
        }

        @Override
        public List<Map<String, Object>> spoken(Map<String, Object> document) {
            List<Map<String, Object>> all = new ArrayList<>();
            for (Language language : languages) {
                Map<String, Object> said = new LinkedHashMap<>();
                document.forEach((name, value) -> said.put(name, said(value, language)));
                if (!all.contains(said)) {
                    all.add(said);
                }
            }
            return all;
        }

        @Override
        public OptionalLong record(String type, String name, String at) {
            Optional<Long> found =
                    Optional.ofNullable(meant.get(key(type, name))).or(() -> names.find(type, name));
            if (found.isEmpty()) {
                lacking.add(at);
                missing.add(new Missing(place + "." + at, type, name));
            }
            return found.map(OptionalLong::of).orElse(OptionalLong.empty());
        }

        @Override
        public void means(String type, String name, long id) {
            meant.putIfAbsent(key(type, name), id);
        }

        @Override
        public boolean known(String type) {
            return builtIn.contains(type) || model.type(type) != null;
        }

        @Override
        public boolean lacks() {
            return !lacking.isEmpty();
        }

        @Override
        public boolean lacks(String at) {
            return lacking.contains(at);
        }

        @Override
        public void misfit(Violation violation) {
            warnings.add(new Line(
                    "", "", LocalizedMessage.of("records.transfer.misfit", at(violation), violation.message())));
        }

        @Override
        public void wrong(Violation violation) {
            problems.add(new Violation(at(violation), violation.message()));
        }

        private String at(Violation violation) {
            return violation.field().isEmpty() ? place : place + "." + violation.field();
        }

        @Override
        public void changes(LocalizedMessage name, String type, Map<String, Object> before, Map<String, Object> after) {
            LocalizedMessage thing =
                    LocalizedMessage.of("records.transfer.thing." + place.substring(0, place.indexOf('[')), name);
            if (before.isEmpty()) {
                lines.add(new Line(type, "", LocalizedMessage.of("records.transfer.new", thing)));
                return;
            }
            DocumentDifference.between(before, after)
                    .forEach(line -> lines.add(
                            new Line(type, "", LocalizedMessage.of("records.transfer.changed", thing, line))));
        }
    }

    /** A text that is there in all languages is said in one. */
    private static @Nullable Object said(@Nullable Object value, Language language) {
        if (value instanceof List<?> list) {
            return list.stream().map(one -> said(one, language)).toList();
        }
        if (!(value instanceof Map<?, ?> map)) {
            return value;
        }
        boolean texts = map.size() == Language.values().length
                && Stream.of(Language.values()).allMatch(one -> map.get(one.tag()) instanceof String);
        if (texts) {
            return map.get(language.tag());
        }
        Map<String, Object> changed = new LinkedHashMap<>();
        map.forEach((key, one) -> changed.put(key.toString(), said(one, language)));
        return changed;
    }
}
