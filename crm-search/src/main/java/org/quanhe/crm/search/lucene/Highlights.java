package org.quanhe.crm.search.lucene;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.quanhe.crm.search.SearchAnswer.Highlight;
import org.quanhe.crm.search.SearchAnswer.Mark;
import org.quanhe.crm.search.analysis.Phones;
import org.quanhe.crm.search.analysis.Pinyin;
import org.quanhe.crm.search.analysis.Places;
import org.quanhe.crm.search.analysis.Places.Place;
import org.quanhe.crm.search.analysis.SinoVietnamese;
import org.quanhe.crm.search.analysis.Word;
import org.quanhe.crm.search.analysis.Words;

/** Shows in the original spelling what a search found. */
final class Highlights {
    private static final int LONGEST_SNIPPET = 160;
    private static final int BEFORE_MARK = 40;
    private static final int SHORTEST_PART = 4;

    private final TypedText typed;
    private final List<Word> words;
    private final Set<Place> places;
    private final Stage stage;

    Highlights(TypedText typed, Stage stage) {
        this.typed = typed;
        this.words = Stream.concat(typed.words().stream(), typed.needed().stream())
                .distinct()
                .toList();
        this.places = Places.meant(typed.words());
        this.stage = stage;
    }

    List<Highlight> of(StoredTexts texts) {
        List<Highlight> all = new ArrayList<>();
        of("title", texts.title(), true).ifPresent(all::add);
        for (StoredTexts.Searched searched : texts.searched()) {
            of(searched.field(), searched.text(), false).ifPresent(all::add);
        }
        return all;
    }

    private Optional<Highlight> of(String field, String text, boolean title) {
        List<Mark> marks = new ArrayList<>();
        List<Word> texts = Words.of(text);
        for (Word word : words) {
            int before = marks.size();
            texts.forEach(there -> mark(word, there, text, title, marks));
            if (marks.size() == before && !stage.literal() && Vocabulary.maySlip(word)) {
                texts.forEach(there -> similar(word, there, marks));
            }
        }
        words.forEach(word -> joined(word, texts, marks));
        phone(text, marks);
        mail(text, marks);
        if (title && marks.isEmpty()) {
            otherLanguage(text, marks);
        }
        if (!title && !places.isEmpty()) {
            Places.in(texts).stream()
                    .filter(named -> places.contains(named.place()))
                    .forEach(named -> marks.add(new Mark(named.start(), named.end())));
        }
        return marks.isEmpty() ? Optional.empty() : Optional.of(snippet(field, text, apart(marks)));
    }

    private void mark(Word word, Word there, String text, boolean title, List<Mark> marks) {
        if (word.cjk() && there.cjk()) {
            characters(word.folded(), there, marks);
        } else if (there.cjk()) {
            if (title && Pinyin.forms(there.folded()).stream().anyMatch(form -> form.startsWith(word.folded()))) {
                marks.add(new Mark(there.start(), there.end()));
            }
        } else if (there.folded().startsWith(word.folded())) {
            marks.add(new Mark(
                    there.start(), Words.endOfPrefix(text, there, word.folded().length())));
        }
    }

    /** Where a text has the word as it was typed, others like it were not meant. */
    private static void similar(Word word, Word there, List<Mark> marks) {
        if (!there.cjk() && Slips.within(word.folded(), there.folded(), Vocabulary.slips(word))) {
            marks.add(new Mark(there.start(), there.end()));
        }
    }

    /** A name that was found by how the other language has it. */
    private void otherLanguage(String title, List<Mark> marks) {
        List<Word> there = Words.of(title);
        if (words.size() == 1
                && SinoVietnamese.pinyin(there).contains(words.get(0).folded())) {
            marks.add(new Mark(there.get(0).start(), there.get(there.size() - 1).end()));
        }
        for (Word word : words) {
            for (Word one : there) {
                if (word.cjk() && !one.cjk() && reads(word.folded(), one.folded())) {
                    marks.add(new Mark(one.start(), one.end()));
                } else if (one.cjk() && !word.cjk()) {
                    syllable(word.folded(), one, marks);
                }
            }
        }
    }

    private static boolean reads(String characters, String syllable) {
        return characters.chars().anyMatch(c -> SinoVietnamese.readings((char) c)
                .contains(syllable));
    }

    private static void syllable(String typed, Word run, List<Mark> marks) {
        for (int i = 0; i < run.folded().length(); i++) {
            if (SinoVietnamese.readings(run.folded().charAt(i)).stream().anyMatch(r -> r.startsWith(typed))) {
                marks.add(new Mark(run.start() + i, run.start() + i + 1));
            }
        }
    }

    /** Words that were typed as one. */
    private static void joined(Word word, List<Word> there, List<Mark> marks) {
        String wanted = word.folded();
        for (int from = 0; from + 1 < there.size(); from++) {
            String joined = there.get(from).folded();
            for (int to = from + 1; wanted.startsWith(joined) && to < there.size(); to++) {
                joined += there.get(to).folded();
                if (wanted.equals(joined)) {
                    marks.add(new Mark(there.get(from).start(), there.get(to).end()));
                }
            }
        }
    }

    private static void characters(String wanted, Word there, List<Mark> marks) {
        boolean whole = there.folded().contains(wanted);
        for (String gram : whole ? List.of(wanted) : CjkGrams.wanted(wanted)) {
            for (int at = there.folded().indexOf(gram);
                    at >= 0;
                    at = there.folded().indexOf(gram, at + 1)) {
                marks.add(new Mark(there.start() + at, there.start() + at + gram.length()));
            }
        }
    }

    /** Marks the longest tail of the typed number that the text has; what comes before is a matter of notation. */
    private void phone(String text, List<Mark> marks) {
        if (!Phones.looksLikeOne(text)) {
            return;
        }
        if (!typed.phone().isEmpty()) {
            digits(text, typed.phone(), marks);
        } else {
            words.stream()
                    .filter(word -> word.digits() && word.length() >= SHORTEST_PART)
                    .forEach(word -> digits(text, word.folded(), marks));
        }
    }

    private static void digits(String text, String wanted, List<Mark> marks) {
        int[] places = new int[text.length()];
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (Character.isDigit(text.charAt(i))) {
                places[digits.length()] = i;
                digits.append(text.charAt(i));
            }
        }
        for (int from = 0; from + SHORTEST_PART <= wanted.length(); from++) {
            String tail = wanted.substring(from);
            int at = digits.lastIndexOf(tail);
            if (at >= 0) {
                marks.add(new Mark(places[at], places[at + tail.length() - 1] + 1));
                return;
            }
        }
    }

    private void mail(String text, List<Mark> marks) {
        if (text.indexOf('@') < 0) {
            return;
        }
        String lower = text.toLowerCase(Locale.ROOT);
        for (TypedText.Part part : typed.parts()) {
            String wanted = part.mail().isEmpty() ? part.words().get(0).folded() : part.mail();
            int at = wanted.length() < SHORTEST_PART ? -1 : lower.indexOf(wanted);
            if (at >= 0 && lower.length() == text.length()) {
                marks.add(new Mark(at, at + wanted.length()));
            }
        }
    }

    private static List<Mark> apart(List<Mark> marks) {
        List<Mark> apart = new ArrayList<>();
        marks.sort(Comparator.comparing(Mark::start));
        for (Mark mark : marks) {
            Mark last = apart.isEmpty() ? null : apart.get(apart.size() - 1);
            if (last != null && mark.start() <= last.end()) {
                apart.set(apart.size() - 1, new Mark(last.start(), Math.max(last.end(), mark.end())));
            } else {
                apart.add(mark);
            }
        }
        return apart;
    }

    private static Highlight snippet(String field, String text, List<Mark> marks) {
        if (text.length() <= LONGEST_SNIPPET) {
            return new Highlight(field, text, marks);
        }
        int from = Math.max(0, marks.get(0).start() - BEFORE_MARK);
        int to = Math.min(text.length(), from + LONGEST_SNIPPET);
        // not through the middle of a character of two chars
        int start = from > 0 && Character.isLowSurrogate(text.charAt(from)) ? from + 1 : from;
        int end = to < text.length() && Character.isLowSurrogate(text.charAt(to)) ? to - 1 : to;
        String before = start > 0 ? "…" : "";
        String after = end < text.length() ? "…" : "";
        List<Mark> shown = marks.stream()
                .filter(mark -> mark.end() <= end)
                .map(mark -> new Mark(mark.start() - start + before.length(), mark.end() - start + before.length()))
                .toList();
        return new Highlight(field, before + text.substring(start, end) + after, shown);
    }
}
