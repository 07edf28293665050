package org.quanhe.crm.search.bench;

import java.util.List;
import java.util.Random;

/** Chance that is the same each time: it depends on the numbers it was made of alone. */
final class Dice {
    private final Random random;

    private Dice(long seed) {
        this.random = new Random(seed);
    }

    /** Neighbouring numbers give unrelated dice. */
    static Dice of(long seed, long number) {
        long mixed = seed * 0x9E3779B97F4A7C15L + number;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return new Dice(mixed ^ (mixed >>> 31));
    }

    /** From 0 to {@code below} - 1. */
    int number(int below) {
        return random.nextInt(below);
    }

    /** True in so many of a hundred cases. */
    boolean in100(int cases) {
        return random.nextInt(100) < cases;
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    String word(String section) {
        return one(Vocabulary.words(section));
    }

    Glyphs glyphs(String section) {
        return one(Vocabulary.glyphs(section));
    }

    /** So many digits. */
    String digits(int count) {
        StringBuilder digits = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            digits.append((char) ('0' + random.nextInt(10)));
        }
        return digits.toString();
    }
}
