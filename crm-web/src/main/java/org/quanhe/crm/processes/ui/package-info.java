/** Pages on which administrators make processes, and teams do their steps. */
@NullMarked
package org.quanhe.crm.processes.ui;

import org.jspecify.annotations.NullMarked;
