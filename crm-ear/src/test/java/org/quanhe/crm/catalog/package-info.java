/** Whole-system tests of catalog. */
package org.quanhe.crm.catalog;
