/** The benchmark, {@code ./mvnw -Pbench}: what {@code crm.jar} takes for what users do, beside what it may take. */
package org.quanhe.crm.bench;
