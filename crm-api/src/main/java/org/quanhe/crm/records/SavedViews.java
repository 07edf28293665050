package org.quanhe.crm.records;

import java.util.List;

/** The caller's saved views of lists. */
public interface SavedViews {
    /** Own ones, those of the caller's teams, and those for everybody, in order of their names. */
    List<SavedView> of(String type);

    /**
     * Keeps a view, a new one if its id is 0. The filter is checked first.
     *
     * @throws org.quanhe.crm.platform.CrmException INVALID for what cannot be shown; FORBIDDEN for a team that is not
     *     the caller's, and for what others' lists would open with, unless the caller is a manager or administrator
     */
    SavedView save(SavedView view);

    /** Removes an own view. */
    void remove(long id);
}
