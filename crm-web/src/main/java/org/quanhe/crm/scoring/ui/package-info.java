/** The page on which marketing and sales agree on the model of scores. */
@NullMarked
package org.quanhe.crm.scoring.ui;

import org.jspecify.annotations.NullMarked;
