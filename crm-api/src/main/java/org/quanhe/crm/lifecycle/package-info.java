/** The lifecycle: stages as data, the stage of each record with its history, journeys, and the ideal customer. */
@NullMarked
package org.quanhe.crm.lifecycle;

import org.jspecify.annotations.NullMarked;
