/** Pages of message templates, of the outbox of mails and short texts, and of notices. */
@NullMarked
package org.quanhe.crm.messages.ui;

import org.jspecify.annotations.NullMarked;
