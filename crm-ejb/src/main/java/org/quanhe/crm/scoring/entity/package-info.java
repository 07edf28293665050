/** Models, ledgers, signals and points given by hand. */
@NullMarked
package org.quanhe.crm.scoring.entity;

import org.jspecify.annotations.NullMarked;
