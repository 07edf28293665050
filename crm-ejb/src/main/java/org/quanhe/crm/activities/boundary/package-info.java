/** Façades of activities, and the worker that reminds, repeats and makes the tasks of cadences. */
@NullMarked
package org.quanhe.crm.activities.boundary;

import org.jspecify.annotations.NullMarked;
