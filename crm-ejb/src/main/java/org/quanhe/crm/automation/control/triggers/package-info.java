/** The triggers that come with the application, one class each. */
@NullMarked
package org.quanhe.crm.automation.control.triggers;

import org.jspecify.annotations.NullMarked;
