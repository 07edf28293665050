/** Calls, messages, meetings, tasks, notes. */
@NullMarked
package org.quanhe.crm.activities.entity;

import org.jspecify.annotations.NullMarked;
