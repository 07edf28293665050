/** What capabilities use whose records go through processes. */
@NullMarked
package org.quanhe.crm.processes.spi;

import org.jspecify.annotations.NullMarked;
