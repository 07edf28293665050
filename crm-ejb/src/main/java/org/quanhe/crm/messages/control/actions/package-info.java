/** What automations can say to people. */
@NullMarked
package org.quanhe.crm.messages.control.actions;

import org.jspecify.annotations.NullMarked;
