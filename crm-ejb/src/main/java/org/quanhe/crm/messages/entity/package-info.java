/** Templates, mails, notices and what people chose. */
@NullMarked
package org.quanhe.crm.messages.entity;

import org.jspecify.annotations.NullMarked;
