/** Pages of the lifecycle: its settings, the stage of a record, the journey map, the ideal customer. */
@NullMarked
package org.quanhe.crm.lifecycle.ui;

import org.jspecify.annotations.NullMarked;
