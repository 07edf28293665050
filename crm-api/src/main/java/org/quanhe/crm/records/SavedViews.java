package org.quanhe.crm.records;

import java.util.List;

/** The caller's saved views of lists. */
public interface SavedViews {
    /** Own and shared ones, in order of their names. */
    List<SavedView> of(String type);

    /** Keeps a view, a new one if its id is 0. The filter is checked first. */
    SavedView save(SavedView view);

    /** Removes an own view. */
    void remove(long id);
}
