/** Webhooks: what automations post to other systems. */
@NullMarked
package org.quanhe.crm.automation.control.webhook;

import org.jspecify.annotations.NullMarked;
