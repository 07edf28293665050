/** Whole-system tests of automations. */
package org.quanhe.crm.automation;
