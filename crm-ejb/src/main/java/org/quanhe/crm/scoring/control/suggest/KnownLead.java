package org.quanhe.crm.scoring.control.suggest;

import java.util.Map;
import java.util.Set;
import org.quanhe.crm.scoring.SignalKind;

/**
 * A lead of which it is known what came of it.
 *
 * @param values its values by field
 * @param later fields that were written after the deal began: what they said before is not looked at
 * @param did what the person did until the deal began
 */
record KnownLead(boolean won, Map<String, Object> values, Set<String> later, Set<SignalKind> did) {}
