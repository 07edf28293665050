/**
 * What whole-system tests stand on. The application runs as its users run it: {@code crm.jar} in a process of its own,
 * one boot for all tests of a suite, on H2 and on PostgreSQL.
 */
package org.quanhe.crm.harness;
