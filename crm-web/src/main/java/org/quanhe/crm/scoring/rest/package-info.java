/** Scores and their model over REST. */
@NullMarked
package org.quanhe.crm.scoring.rest;

import org.jspecify.annotations.NullMarked;
