package org.quanhe.crm.search.bench;

import java.util.Arrays;
import java.util.Optional;

/** One mistake of typing in one word. */
enum Slip {
    MISSING {
        @Override
        String at(String word, int place, Dice dice) {
            return word.substring(0, place) + word.substring(place + 1);
        }
    },
    DOUBLED {
        @Override
        String at(String word, int place, Dice dice) {
            return word.substring(0, place + 1) + word.substring(place);
        }
    },
    SWAPPED {
        @Override
        String at(String word, int place, Dice dice) {
            int left = Math.min(place, word.length() - 2);
            return word.substring(0, left) + word.charAt(left + 1) + word.charAt(left) + word.substring(left + 2);
        }
    },
    WRONG {
        @Override
        String at(String word, int place, Dice dice) {
            return word.substring(0, place) + (char) ('a' + dice.number(26)) + word.substring(place + 1);
        }
    };

    /** In shorter words a slip makes another word. */
    static final int SHORTEST = 4;

    abstract String at(String word, int place, Dice dice);

    /** The words with this slip in one of them, behind its first letter or in it; empty where none is long enough. */
    Optional<String[]> in(String[] words, boolean first, Dice dice) {
        int[] longEnough = java.util.stream.IntStream.range(0, words.length)
                .filter(i -> words[i].length() >= SHORTEST && words[i].chars().allMatch(c -> c >= 'a' && c <= 'z'))
                .toArray();
        if (longEnough.length == 0) {
            return Optional.empty();
        }
        int which = longEnough[dice.number(longEnough.length)];
        String[] typed = words.clone();
        typed[which] = at(words[which], first ? 0 : 1 + dice.number(words[which].length() - 1), dice);
        return Arrays.equals(typed, words) ? Optional.empty() : Optional.of(typed);
    }

    /** True if the words differ by one slip: a letter too much, too little or wrong, or two neighbours swapped. */
    static boolean apart(String one, String other) {
        int difference = one.length() - other.length();
        if (difference < -1 || difference > 1) {
            return false;
        }
        int same = 0;
        int shorter = Math.min(one.length(), other.length());
        while (same < shorter && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        if (difference != 0) {
            return one.substring(difference > 0 ? same + 1 : same)
                    .equals(other.substring(difference < 0 ? same + 1 : same));
        }
        if (same == one.length()) {
            return false;
        }
        if (one.substring(same + 1).equals(other.substring(same + 1))) {
            return true;
        }
        return same + 1 < one.length()
                && one.charAt(same) == other.charAt(same + 1)
                && one.charAt(same + 1) == other.charAt(same)
                && one.substring(same + 2).equals(other.substring(same + 2));
    }
}
