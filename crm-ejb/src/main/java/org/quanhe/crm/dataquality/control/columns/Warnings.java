package org.quanhe.crm.dataquality.control.columns;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.quanhe.crm.platform.LocalizedMessage;

/** Things that refuse no row but that the person should know, each with the number of rows it happened in. */
public final class Warnings {
    /** Different texts kept by themselves; the rest is counted together. */
    private static final int MOST = 50;

    private final Map<LocalizedMessage, Long> rows = new LinkedHashMap<>();
    private long others;

    /** A warning about one row. */
    public void add(LocalizedMessage warning) {
        add(warning, 1);
    }

    /** A warning about so many rows; 0 for one about the whole table. */
    public void add(LocalizedMessage warning, long count) {
        if (rows.size() < MOST || rows.containsKey(warning) || count == 0) {
            rows.merge(warning, count, Long::sum);
        } else {
            others += count;
        }
    }

    public void addOthers(long count) {
        others += count;
    }

    public void addAll(Warnings more) {
        more.rows.forEach(this::add);
        others += more.others;
    }

    public Map<LocalizedMessage, Long> counted() {
        return rows;
    }

    /** Rows with warnings that were not kept by themselves. */
    public long others() {
        return others;
    }

    /** As texts to be told. */
    public Stream<LocalizedMessage> messages() {
        Stream<LocalizedMessage> each = rows.entrySet().stream()
                .map(entry -> entry.getValue() == 0
                        ? entry.getKey()
                        : LocalizedMessage.of("dataquality.warning.rows", entry.getKey(), entry.getValue()));
        return others == 0
                ? each
                : Stream.concat(each, Stream.of(LocalizedMessage.of("dataquality.warning.others", others)));
    }
}
