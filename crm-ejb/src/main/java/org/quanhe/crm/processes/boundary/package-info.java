/** The façades of processes and of their runs. */
@NullMarked
package org.quanhe.crm.processes.boundary;

import org.jspecify.annotations.NullMarked;
