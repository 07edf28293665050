/** The lifecycle, driven from outside. */
package org.quanhe.crm.lifecycle;
