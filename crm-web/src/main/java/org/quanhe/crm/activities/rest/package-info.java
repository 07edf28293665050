/** Calendar, reminders, repetition, promises, cadences and follow-up over REST, and the calendar for other programs. */
@NullMarked
package org.quanhe.crm.activities.rest;

import org.jspecify.annotations.NullMarked;
