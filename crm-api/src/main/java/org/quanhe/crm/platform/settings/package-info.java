/** The settings of the application, as documented constants; the README's table is generated from them. */
@NullMarked
package org.quanhe.crm.platform.settings;

import org.jspecify.annotations.NullMarked;
