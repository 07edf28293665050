/** Leads on their way to sales, over REST. */
@NullMarked
package org.quanhe.crm.leads.rest;

import org.jspecify.annotations.NullMarked;
