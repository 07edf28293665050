/** Calendar, reminders, repetition, promises, cadences and follow-up, from outside. */
package org.quanhe.crm.activities;
