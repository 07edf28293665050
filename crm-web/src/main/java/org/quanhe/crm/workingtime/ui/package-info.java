/** The page on which administrators set working time. */
@NullMarked
package org.quanhe.crm.workingtime.ui;

import org.jspecify.annotations.NullMarked;
