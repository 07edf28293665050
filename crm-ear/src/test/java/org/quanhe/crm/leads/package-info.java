/** Whole-system tests of leads. */
package org.quanhe.crm.leads;
