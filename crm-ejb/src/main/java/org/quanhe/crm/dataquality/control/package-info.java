/** The work behind imports and exports: files, jobs, rows, people. */
@NullMarked
package org.quanhe.crm.dataquality.control;

import org.jspecify.annotations.NullMarked;
