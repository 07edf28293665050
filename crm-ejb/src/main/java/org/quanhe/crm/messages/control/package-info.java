/** Rules of templates, of the outbox of mails and short texts, and of notices. */
@NullMarked
package org.quanhe.crm.messages.control;

import org.jspecify.annotations.NullMarked;
