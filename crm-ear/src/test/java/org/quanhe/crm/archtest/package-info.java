/** The arrows of the architecture, and a planted breach for each of them. */
package org.quanhe.crm.archtest;
