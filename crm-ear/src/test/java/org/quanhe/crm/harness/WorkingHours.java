package org.quanhe.crm.harness;

import java.util.List;
import java.util.stream.Collectors;

/** Working time set for a test, and set back behind it. */
public final class WorkingHours implements AutoCloseable {
    private static final List<String> WEEKDAYS =
            List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");

    private final Crm admin;
    private final String before;

    private WorkingHours(Crm admin) {
        this.admin = admin;
        this.before = admin.get("/working-time").text();
    }

    /** Those of now, to be set back. */
    public static WorkingHours kept(Crm admin) {
        return new WorkingHours(admin);
    }

    /** A document with the same hours, as JSON lists have them, on every day of the week. */
    public static String daily(String hours, String days) {
        return "{\"week\":{"
                + WEEKDAYS.stream()
                        .map(day -> "\"" + day + "\":[" + hours + "]")
                        .collect(Collectors.joining(","))
                + "},\"days\":[" + days + "]}";
    }

    public Answer set(String document) {
        return admin.send("PUT", "/working-time", "application/json", document);
    }

    @Override
    public void close() {
        Answer back = set(before);
        if (back.status() != 200) {
            throw new AssertionError("working time is not set back: " + back);
        }
    }
}
