/** Whole-system tests of scores. */
package org.quanhe.crm.scoring;
