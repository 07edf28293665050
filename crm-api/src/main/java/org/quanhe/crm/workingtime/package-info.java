/**
 * When people work: hours of each weekday, holidays, and days that are worked although they would be free. Whoever
 * counts in working time or working days asks here.
 */
@NullMarked
package org.quanhe.crm.workingtime;

import org.jspecify.annotations.NullMarked;
