/** The actions that come with the application, one class each. */
@NullMarked
package org.quanhe.crm.automation.control.actions;

import org.jspecify.annotations.NullMarked;
