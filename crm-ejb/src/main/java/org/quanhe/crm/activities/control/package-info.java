/** What activities tell about customers: timeline, contact rhythm, next step. */
@NullMarked
package org.quanhe.crm.activities.control;

import org.jspecify.annotations.NullMarked;
