/** Façades of customers. */
@NullMarked
package org.quanhe.crm.customers.boundary;

import org.jspecify.annotations.NullMarked;
