package org.quanhe.crm.records.control.model;

import org.quanhe.crm.records.metadata.Model;

/** One kind of change of the model, {@code {"op": "addField", …}}. A new kind is a new CDI bean. */
interface ModelChange {
    /** Its name in documents. */
    String op();

    /**
     * The changed model; what is wrong with the change is told to {@code change}, and the model comes back as it was.
     */
    Model apply(Model model, Part change);
}
