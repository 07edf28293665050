/** Pages on which administrators make automations and see what they did. */
@NullMarked
package org.quanhe.crm.automation.ui;

import org.jspecify.annotations.NullMarked;
