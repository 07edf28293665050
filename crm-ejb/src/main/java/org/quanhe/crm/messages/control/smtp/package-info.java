/** The way to the mail server; the one place that knows Jakarta Mail. */
@NullMarked
package org.quanhe.crm.messages.control.smtp;

import org.jspecify.annotations.NullMarked;
