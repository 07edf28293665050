package org.quanhe.crm.search.bench;

import org.quanhe.crm.search.bench.Customer.Kin;

/** What colleagues wrote about a customer: two or three remarks, often with the number of a contract. */
final class Notes {
    private Notes() {}

    static String of(Kin kin, Dice dice) {
        StringBuilder notes = new StringBuilder();
        for (int i = 2 + dice.number(2); i > 0; i--) {
            notes.append(notes.isEmpty() ? "" : " ").append(remark(language(kin, dice), dice));
        }
        if (dice.in100(60)) {
            notes.append(" HD-202").append(dice.number(7)).append('-').append(dice.digits(5));
        }
        return notes.toString();
    }

    /** Colleagues write in their own language about people of any. */
    private static String language(Kin kin, Dice dice) {
        if (dice.in100(20)) {
            return "vi";
        }
        return switch (kin) {
            case VIETNAMESE, SINO_VIETNAMESE -> "vi";
            case SIMPLIFIED, TRADITIONAL -> "zh";
            case ENGLISH -> "en";
        };
    }

    private static String remark(String language, Dice dice) {
        String thing = dice.word(language + ".notes.things");
        String doing = dice.word(language + ".notes.doings");
        String rest = dice.word(language + ".notes.rests");
        if (language.equals("zh")) {
            return doing + thing + "，" + rest + "。";
        }
        String text = doing + " " + thing + ", " + rest + ".";
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
