/** Working time over REST. */
@NullMarked
package org.quanhe.crm.workingtime.rest;

import org.jspecify.annotations.NullMarked;
