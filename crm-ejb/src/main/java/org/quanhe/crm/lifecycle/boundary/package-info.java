/** The façades of the lifecycle. */
@NullMarked
package org.quanhe.crm.lifecycle.boundary;

import org.jspecify.annotations.NullMarked;
