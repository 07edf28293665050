/** The façade of working time. */
@NullMarked
package org.quanhe.crm.workingtime.boundary;

import org.jspecify.annotations.NullMarked;
