/** REST resources of templates, mails and notices. */
@NullMarked
package org.quanhe.crm.messages.rest;

import org.jspecify.annotations.NullMarked;
