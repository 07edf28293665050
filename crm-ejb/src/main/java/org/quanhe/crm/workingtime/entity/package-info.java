/** Working time as a row. */
@NullMarked
package org.quanhe.crm.workingtime.entity;

import org.jspecify.annotations.NullMarked;
