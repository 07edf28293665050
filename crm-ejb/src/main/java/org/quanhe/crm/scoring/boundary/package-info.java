/** The façades of scores, and the worker that keeps them true as time passes. */
@NullMarked
package org.quanhe.crm.scoring.boundary;

import org.jspecify.annotations.NullMarked;
