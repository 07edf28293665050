/** Web forms, visits and downloads, as visitors and administrators meet them. */
package org.quanhe.crm.capture;
