package org.quanhe.crm.dataquality.control.columns;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.quanhe.crm.platform.LocalizedMessage;

/** Things that refuse no row but that the person should know, each with the rows it happened in. */
public final class Warnings {
    /** Different texts kept by themselves; the rest is counted together. */
    private static final int MOST = 50;

    private final Map<LocalizedMessage, Long> rows = new LinkedHashMap<>();
    private long others;

    public void add(LocalizedMessage warning) {
        if (rows.size() < MOST || rows.containsKey(warning)) {
            rows.merge(warning, 1L, Long::sum);
        } else {
            others++;
        }
    }

    public void addAll(Warnings more) {
        more.rows.forEach((warning, count) -> {
            if (rows.size() < MOST || rows.containsKey(warning)) {
                rows.merge(warning, count, Long::sum);
            } else {
                others += count;
            }
        });
        others += more.others;
    }

    /** Warnings with their numbers of rows, those without a row of their own (columns) first. */
    public Map<LocalizedMessage, Long> counted() {
        return rows;
    }

    public long others() {
        return others;
    }

    /** As texts to be told. */
    public Stream<LocalizedMessage> messages() {
        Stream<LocalizedMessage> each = rows.entrySet().stream()
                .map(entry -> LocalizedMessage.of("dataquality.warning.rows", entry.getKey(), entry.getValue()));
        return others == 0
                ? each
                : Stream.concat(each, Stream.of(LocalizedMessage.of("dataquality.warning.others", others)));
    }
}
