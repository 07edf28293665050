package org.quanhe.crm.identity;

import java.util.List;
import org.quanhe.crm.platform.CrmException;

/** Which fields roles may read and write; administrators only. */
public interface FieldRights {
    /**
     * The rights of a role on all fields of a type, in the order of the form. Fields that are always read are among
     * them: see {@link #alwaysRead}.
     */
    List<FieldRight> of(Role role, String type);

    /** Names of the fields that are read with every record: its title, and what rights themselves look at. */
    List<String> alwaysRead(String type);

    /**
     * Sets rights; they take effect with the next call of anybody.
     *
     * @throws CrmException INVALID for an unknown field, for one that is always read and should not be, for writing
     *     what is not read, and for administrators, who may do everything
     */
    void set(List<FieldRight> rights);
}
