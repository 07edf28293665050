/** What is kept of web forms and visits. */
@NullMarked
package org.quanhe.crm.capture.entity;

import org.jspecify.annotations.NullMarked;
