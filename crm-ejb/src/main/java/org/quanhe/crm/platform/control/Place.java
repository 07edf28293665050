package org.quanhe.crm.platform.control;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.CrmException;

/**
 * A place in a list, told by what the list is ordered by: what lies behind it is neither shown twice nor left out when
 * records come and go meanwhile, as it would be behind a number of rows.
 */
public final class Place {
    private static final String BETWEEN = "|";
    private static final int LONGEST = 400;

    /** What every database takes for a moment. */
    private static final Instant FIRST = Instant.parse("-4000-01-01T00:00:00Z");

    private static final Instant LAST = Instant.parse("+200000-01-01T00:00:00Z");

    private final List<String> keys;

    private Place(List<String> keys) {
        this.keys = keys;
    }

    /**
     * The place behind something.
     *
     * @param list name of the list: a place of one is none of another
     * @param keys what it is ordered by there; moments, days and numbers
     */
    public static String behind(String list, @Nullable Object... keys) {
        String plain = Stream.concat(Stream.of(list), Arrays.stream(keys).map(key -> key == null ? "" : key.toString()))
                .collect(Collectors.joining(BETWEEN));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads what {@link #behind} wrote; nothing for the beginning of the list.
     *
     * @param keys how many it is ordered by
     * @throws CrmException INVALID if it is no place of that list
     */
    public static Optional<Place> of(String list, int keys, @Nullable String cursor) {
        if (cursor == null || cursor.isEmpty()) {
            return Optional.empty();
        }
        List<String> parts = List.of(decoded(cursor).split("\\|", -1));
        if (parts.size() != keys + 1 || !parts.get(0).equals(list)) {
            throw unknown();
        }
        return Optional.of(new Place(parts.subList(1, parts.size())));
    }

    private static String decoded(String cursor) {
        try {
            return cursor.length() > LONGEST
                    ? ""
                    : new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw unknown();
        }
    }

    private static CrmException unknown() {
        return CrmException.invalid("records.error.cursor");
    }

    /** True where that key is nothing. */
    public boolean lacks(int at) {
        return keys.get(at).isEmpty();
    }

    public Instant moment(int at) {
        try {
            Instant moment = Instant.parse(keys.get(at));
            if (moment.isAfter(FIRST) && moment.isBefore(LAST)) {
                return moment;
            }
        } catch (DateTimeException malformed) {
            throw unknown();
        }
        throw unknown();
    }

    public LocalDate day(int at) {
        try {
            return LocalDate.parse(keys.get(at));
        } catch (DateTimeException malformed) {
            throw unknown();
        }
    }

    public long number(int at) {
        if (!keys.get(at).matches("-?\\d{1,18}")) {
            throw unknown();
        }
        return Long.parseLong(keys.get(at));
    }

    public BigDecimal decimal(int at) {
        if (!keys.get(at).matches("-?\\d{1,15}(\\.\\d{1,4})?")) {
            throw unknown();
        }
        return new BigDecimal(keys.get(at));
    }
}
