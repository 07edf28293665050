package org.quanhe.crm.activities;

import java.time.Instant;

/**
 * When something could take place.
 *
 * @param at the moment that was wanted where people work then, else the next at which they do
 * @param works people work at the moment that was wanted
 * @param holiday name of the holiday that the wanted moment is on, empty for none
 */
public record Proposal(Instant at, boolean works, String holiday) {}
