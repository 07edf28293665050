/** Whole-system tests of records. */
package org.quanhe.crm.records;
