package org.quanhe.crm.bench;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * What the command line asks for.
 *
 * @param customers how many are imported
 * @param starts second starts whose median is taken
 * @param warmUp calls of each kind before any is measured
 * @param calls measured calls of each kind
 * @param fields custom fields whose price is measured, 0 for none
 * @param edits edits a second while it is measured when others find them
 * @param leads leads beside the customers, with a fifth as many opportunities; 0 measures nothing of sales
 */
record Options(int customers, int starts, int warmUp, int calls, int fields, int edits, int leads) {
    static final String USAGE = "options: --customers 100000  --million  --starts 3  --warm-up 12000"
            + "  --calls 2000 (each kind)  --fields 0  --edits 100 (a second)  --leads 0";

    static Options of(String... arguments) {
        var options = new Options(100_000, 3, 12_000, 2_000, 0, 100, 0);
        var words = List.of(arguments).iterator();
        while (words.hasNext()) {
            var word = words.next();
            options =
                    word.equals("--million") ? options.with("--customers", 1_000_000) : options.with(word, next(words));
        }
        return options;
    }

    private static int next(Iterator<String> words) {
        try {
            return Math.max(1, Integer.parseInt(words.next().replace("_", "")));
        } catch (NoSuchElementException | NumberFormatException e) {
            throw new IllegalArgumentException(USAGE, e);
        }
    }

    private Options with(String name, int value) {
        return switch (name) {
            case "--customers" -> new Options(value, starts, warmUp, calls, fields, edits, leads);
            case "--starts" -> new Options(customers, value, warmUp, calls, fields, edits, leads);
            case "--warm-up" -> new Options(customers, starts, value, calls, fields, edits, leads);
            case "--calls" -> new Options(customers, starts, warmUp, value, fields, edits, leads);
            case "--fields" -> new Options(customers, starts, warmUp, calls, value, edits, leads);
            case "--edits" -> new Options(customers, starts, warmUp, calls, fields, value, leads);
            case "--leads" -> new Options(customers, starts, warmUp, calls, fields, edits, value);
            default -> throw new IllegalArgumentException(USAGE);
        };
    }
}
