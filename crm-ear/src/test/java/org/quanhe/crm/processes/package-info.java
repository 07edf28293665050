/** Whole-system tests of processes. */
package org.quanhe.crm.processes;
