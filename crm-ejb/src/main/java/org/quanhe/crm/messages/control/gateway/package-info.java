/** The way to the gateway for short texts; the one place that knows its settings. */
@NullMarked
package org.quanhe.crm.messages.control.gateway;

import org.jspecify.annotations.NullMarked;
