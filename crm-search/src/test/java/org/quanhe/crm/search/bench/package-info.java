/** Measures the engine on made-up customers. Not a test: {@code IndexBenchmark} is run by hand. */
@NullMarked
package org.quanhe.crm.search.bench;

import org.jspecify.annotations.NullMarked;
