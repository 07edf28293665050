/** Configuration, data source, schema, clock, outbox: what every capability uses and no capability is. */
@NullMarked
package org.quanhe.crm.platform.control;

import org.jspecify.annotations.NullMarked;
