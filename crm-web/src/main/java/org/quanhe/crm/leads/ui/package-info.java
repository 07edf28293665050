/** Pages of leads: hand-over, score, what comes next. */
@NullMarked
package org.quanhe.crm.leads.ui;

import org.jspecify.annotations.NullMarked;
