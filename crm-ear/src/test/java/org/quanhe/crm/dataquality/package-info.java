/** Whole-system tests of imports and exports. */
package org.quanhe.crm.dataquality;
