/** Façades of the kernel: one call, one transaction. */
@NullMarked
package org.quanhe.crm.records.boundary;

import org.jspecify.annotations.NullMarked;
