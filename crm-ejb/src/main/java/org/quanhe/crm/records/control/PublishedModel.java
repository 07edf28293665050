package org.quanhe.crm.records.control;

import org.quanhe.crm.records.metadata.Model;

/**
 * A model and its number.
 *
 * @param number 0 where nothing was published yet
 * @param model what administrators added
 */
public record PublishedModel(long number, Model model) {}
