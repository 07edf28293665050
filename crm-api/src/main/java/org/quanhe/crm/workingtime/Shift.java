package org.quanhe.crm.workingtime;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hours at a stretch, written {@code 08:00-12:00}.
 *
 * @param from minute of the day at which they begin
 * @param to minute of the day at which they end, up to 1440, which is {@code 24:00}
 */
public record Shift(int from, int to) {
    /** Minutes of a day. */
    public static final int DAY = 24 * 60;

    private static final int HOUR = 60;
    private static final Pattern TEXT = Pattern.compile("(\\d{1,2}):(\\d{2})\\s*[-–—~～]\\s*(\\d{1,2}):(\\d{2})");

    public Shift {
        if (from < 0 || to > DAY || from >= to) {
            throw new IllegalArgumentException("hours begin before they end, within a day: " + from + " to " + to);
        }
    }

    /** How long they are, in minutes. */
    public int minutes() {
        return to - from;
    }

    /** They have some time in common. */
    public boolean overlaps(Shift other) {
        return from < other.to && other.from < to;
    }

    /** The minutes of the day that a text names, the first and the last; they may be the wrong way round. */
    public static Optional<int[]> minutes(String text) {
        Matcher matcher = TEXT.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int from = minute(matcher.group(1), matcher.group(2));
        int to = minute(matcher.group(3), matcher.group(4));
        return from < 0 || to < 0 ? Optional.empty() : Optional.of(new int[] {from, to});
    }

    /** -1 for a time that no day has. */
    private static int minute(String hours, String minutes) {
        int minute = Integer.parseInt(hours) * HOUR + Integer.parseInt(minutes);
        return Integer.parseInt(minutes) >= HOUR || minute > DAY ? -1 : minute;
    }

    /** {@code 08:00-12:00}. */
    @Override
    public String toString() {
        return time(from) + "-" + time(to);
    }

    private static String time(int minute) {
        return "%02d:%02d".formatted(minute / HOUR, minute % HOUR);
    }
}
