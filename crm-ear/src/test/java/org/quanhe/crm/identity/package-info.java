/** Whole-system tests of identity. */
package org.quanhe.crm.identity;
