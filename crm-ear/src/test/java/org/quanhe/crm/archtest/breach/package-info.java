/** Breaches planted on purpose: the architecture test proves with them that each rule fires. */
package org.quanhe.crm.archtest.breach;
