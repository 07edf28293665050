/** What automations are made of and how a run goes on. */
@NullMarked
package org.quanhe.crm.automation.control;

import org.jspecify.annotations.NullMarked;
