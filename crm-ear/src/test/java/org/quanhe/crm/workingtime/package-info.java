/** Working time, from outside. */
package org.quanhe.crm.workingtime;
