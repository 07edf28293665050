/** How leads go to sales, and who was responsible when. */
@NullMarked
package org.quanhe.crm.leads.control;

import org.jspecify.annotations.NullMarked;
