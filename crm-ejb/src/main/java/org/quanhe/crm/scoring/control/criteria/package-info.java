/** The kinds of criteria that come with the application. */
@NullMarked
package org.quanhe.crm.scoring.control.criteria;

import org.jspecify.annotations.NullMarked;
