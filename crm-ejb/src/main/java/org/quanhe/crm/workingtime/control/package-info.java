/** How working time is read, and what of it changed. */
@NullMarked
package org.quanhe.crm.workingtime.control;

import org.jspecify.annotations.NullMarked;
