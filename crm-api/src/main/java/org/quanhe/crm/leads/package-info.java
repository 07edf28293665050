/** Leads: the way from a stranger to a customer. */
@NullMarked
package org.quanhe.crm.leads;

import org.jspecify.annotations.NullMarked;
