/**
 * What whole-system tests stand on. The application runs as its users run it: {@code crm.jar} in a process of its own,
 * one boot for all tests of a Failsafe execution, once on H2 and once on PostgreSQL.
 */
package org.quanhe.crm.harness;
