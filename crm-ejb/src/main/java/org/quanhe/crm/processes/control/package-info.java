/** How processes are read, which step follows, and what completing one means. */
@NullMarked
package org.quanhe.crm.processes.control;

import org.jspecify.annotations.NullMarked;
