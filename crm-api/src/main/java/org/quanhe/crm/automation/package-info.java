/** What happens by itself: triggers, conditions, actions; each run says what it saw, decided and did. */
@NullMarked
package org.quanhe.crm.automation;

import org.jspecify.annotations.NullMarked;
