/** Automations and their runs as rows. */
@NullMarked
package org.quanhe.crm.automation.entity;

import org.jspecify.annotations.NullMarked;
