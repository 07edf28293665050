package org.quanhe.crm.records;

import java.util.List;

/**
 * A list as somebody keeps it.
 *
 * @param id number, 0 for one not saved yet
 * @param type record type
 * @param name as its owner calls it
 * @param filter text of the condition, in the grammar of {@link FilterText}
 * @param sort order, as in {@link ListQuery#sort()}
 * @param columns field names, empty for the type's own
 * @param audience who has it beside its owner
 * @param first the list opens with it, for all who have it
 * @param own the caller made it and may change it
 */
public record SavedView(
        long id,
        String type,
        String name,
        String filter,
        String sort,
        List<String> columns,
        Audience audience,
        boolean first,
        boolean own) {

    /**
     * Who has a view beside its owner.
     *
     * @param everybody everybody who may read the type
     * @param team number of a team whose members have it, 0 for none
     */
    public record Audience(boolean everybody, long team) {
        public static final Audience NOBODY = new Audience(false, 0);
        public static final Audience EVERYBODY = new Audience(true, 0);

        public static Audience team(long team) {
            return new Audience(false, team);
        }
    }

    /** Others have it too. */
    public boolean shared() {
        return !audience.equals(Audience.NOBODY);
    }
}
