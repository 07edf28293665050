/** Leads and what became of them. */
@NullMarked
package org.quanhe.crm.leads.entity;

import org.jspecify.annotations.NullMarked;
