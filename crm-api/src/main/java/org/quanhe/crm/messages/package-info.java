/** What goes out to people: templates in four languages, mails with their outbox, and notices for colleagues. */
@NullMarked
package org.quanhe.crm.messages;

import org.jspecify.annotations.NullMarked;
