/** What tests put into an application so that its time can be moved. */
package org.quanhe.crm.harness.clock;
