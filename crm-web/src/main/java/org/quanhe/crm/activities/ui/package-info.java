/** Next steps, contact rhythm, timeline and the composer of records. */
@NullMarked
package org.quanhe.crm.activities.ui;

import org.jspecify.annotations.NullMarked;
