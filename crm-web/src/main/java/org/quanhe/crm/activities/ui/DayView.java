package org.quanhe.crm.activities.ui;

import java.util.List;

/**
 * A day of a calendar.
 *
 * @param date ISO 8601
 * @param weekday short name of the weekday
 * @param number day of the month
 * @param full weekday and date, for titles and lists
 * @param today it is the viewer's today
 * @param outside it belongs to another month than the one shown
 * @param holiday why nobody works, empty for a working day or one that is simply free
 * @param off stretches in which nobody works
 * @param blocks what stands on it
 * @param now minutes from the beginning of the picture until now, -1 where now is not in it
 * @param clock the time it is now
 */
public record DayView(
        String date,
        String weekday,
        String number,
        String full,
        boolean today,
        boolean outside,
        String holiday,
        List<Band> off,
        List<Block> blocks,
        int now,
        String clock) {
    private static final int SHOWN = 3;

    /** A stretch of a day, in minutes from the beginning of the picture. */
    public record Band(int from, int length) {}

    /**
     * Something that stands on a calendar.
     *
     * @param from minutes from the beginning of the picture
     * @param length minutes that it is drawn
     * @param lane which of those side by side, from 0
     * @param lanes how many are side by side
     * @param time when it begins, and ends where that is known
     * @param minutes how long it takes, empty where nobody said
     */
    public record Block(
            long id,
            long version,
            String title,
            String about,
            String kind,
            String kindName,
            String icon,
            int from,
            int length,
            int lane,
            int lanes,
            String date,
            String clock,
            String time,
            String minutes,
            boolean movable,
            boolean done,
            boolean late,
            boolean repeats) {
        public String href() {
            return "record.xhtml?type=activities&id=" + id;
        }

        /** Class of the block. */
        public String look() {
            return "qh-appt is-" + kind + (done ? " is-done" : late ? " is-late" : "")
                    + (length < 40 ? " is-short" : "");
        }

        Block at(int column, int columns) {
            return new Block(
                    id, version, title, about, kind, kindName, icon, from, length, column, columns, date, clock, time,
                    minutes, movable, done, late, repeats);
        }
    }

    public boolean free() {
        return blocks.isEmpty();
    }

    /** What a month has room for. */
    public List<Block> first() {
        return blocks.size() > SHOWN ? blocks.subList(0, SHOWN) : blocks;
    }

    /** How many there are besides, 0 for none. */
    public int rest() {
        return Math.max(0, blocks.size() - SHOWN);
    }

    public boolean showsNow() {
        return now >= 0;
    }

    /** Class of its head. */
    public String look() {
        return (today ? "is-today" : "") + (outside ? " is-outside" : "") + (holiday.isEmpty() ? "" : " is-holiday");
    }
}
