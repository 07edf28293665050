/** Automations over REST. */
@NullMarked
package org.quanhe.crm.automation.rest;

import org.jspecify.annotations.NullMarked;
