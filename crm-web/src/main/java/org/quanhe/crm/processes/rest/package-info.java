/** Processes and their runs over REST. */
@NullMarked
package org.quanhe.crm.processes.rest;

import org.jspecify.annotations.NullMarked;
