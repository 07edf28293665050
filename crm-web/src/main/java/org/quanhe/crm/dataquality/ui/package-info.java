/** Import wizard and downloads. */
@NullMarked
package org.quanhe.crm.dataquality.ui;

import org.jspecify.annotations.NullMarked;
