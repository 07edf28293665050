/**
 * Opportunities on their way to being won or lost: pipelines whose stages people keep as data, the board, and what the
 * ways tell (funnel, outcomes, forecast).
 */
@NullMarked
package org.quanhe.crm.pipeline;

import org.jspecify.annotations.NullMarked;
