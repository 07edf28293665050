/** Processes: steps owned by teams, which records go through; each run stays on the version it began with. */
@NullMarked
package org.quanhe.crm.processes;

import org.jspecify.annotations.NullMarked;
