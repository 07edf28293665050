/** What a person does in the browser, from signing in to the end of a working day. */
package org.quanhe.crm.journey;
