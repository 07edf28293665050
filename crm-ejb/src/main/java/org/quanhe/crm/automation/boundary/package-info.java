/** The façade of automations, and the worker that runs them. */
@NullMarked
package org.quanhe.crm.automation.boundary;

import org.jspecify.annotations.NullMarked;
