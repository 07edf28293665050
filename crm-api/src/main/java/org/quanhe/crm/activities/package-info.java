/**
 * What staff do with customers and are going to do: calendar, reminders, repetition, promises, cadences and how far
 * each contact is followed up.
 */
@NullMarked
package org.quanhe.crm.activities;

import org.jspecify.annotations.NullMarked;
