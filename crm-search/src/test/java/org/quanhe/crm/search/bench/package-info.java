/**
 * Measures of the engine on made-up customers; none of them is run by {@code verify}.
 *
 * <p>{@code IndexBenchmark}: processor time of single calls. {@code SearchContest}: the engine beside others, what they
 * find and how fast. A {@code Crowd} makes customers by number, {@code Kinds} make questions about them with the rule
 * of who belongs to the answer, {@code Labelling} counts by that rule, {@code Competitor}s answer, {@code Contest} asks
 * them in turn.
 */
@NullMarked
package org.quanhe.crm.search.bench;

import org.jspecify.annotations.NullMarked;
