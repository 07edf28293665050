/** Consent, from outside. */
package org.quanhe.crm.privacy;
