/** The small language of message templates: values, one relation step, and parts that depend on a condition. */
@NullMarked
package org.quanhe.crm.messages.control.template;

import org.jspecify.annotations.NullMarked;
