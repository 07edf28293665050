/** Whole-system tests of templates, mails and notices. */
package org.quanhe.crm.messages;
