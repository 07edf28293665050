/** Whole-system tests of search. */
package org.quanhe.crm.search;
