/** Processes, their versions, runs and steps as rows. */
@NullMarked
package org.quanhe.crm.processes.entity;

import org.jspecify.annotations.NullMarked;
