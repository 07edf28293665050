/** Rules of templates, of the outbox of mails and of notices. */
@NullMarked
package org.quanhe.crm.messages.control;

import org.jspecify.annotations.NullMarked;
