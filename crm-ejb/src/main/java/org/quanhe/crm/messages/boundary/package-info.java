/** Façades of templates, mails and notices, and the worker that sends. */
@NullMarked
package org.quanhe.crm.messages.boundary;

import org.jspecify.annotations.NullMarked;
