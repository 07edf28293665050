/** What a new trigger or action implements. */
@NullMarked
package org.quanhe.crm.automation.spi;

import org.jspecify.annotations.NullMarked;
