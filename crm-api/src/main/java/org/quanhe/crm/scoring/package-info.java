/** Scores that explain themselves: models, signals, ledger, bands. */
@NullMarked
package org.quanhe.crm.scoring;

import org.jspecify.annotations.NullMarked;
