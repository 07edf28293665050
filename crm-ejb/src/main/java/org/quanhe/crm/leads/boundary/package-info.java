/** The façades of leads, and the worker of what happens with them by itself. */
@NullMarked
package org.quanhe.crm.leads.boundary;

import org.jspecify.annotations.NullMarked;
