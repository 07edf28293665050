/** What the kernel asks of others: rights (Access) and rules of a capability (RecordRule). */
@NullMarked
package org.quanhe.crm.records.spi;

import org.jspecify.annotations.NullMarked;
