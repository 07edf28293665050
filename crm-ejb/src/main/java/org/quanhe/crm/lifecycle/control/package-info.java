/** The rules of the lifecycle: conditions, moves by people and by themselves, journeys, the ideal customer. */
@NullMarked
package org.quanhe.crm.lifecycle.control;

import org.jspecify.annotations.NullMarked;
