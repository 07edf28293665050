package org.quanhe.crm.automation.ui;

import java.util.List;

/**
 * A line of what an automation does: a step, the heading of a list of steps, or where one is added to a list.
 *
 * @param kind step, heading or more
 * @param path place in the document: of the step, or of the list
 * @param depth how many branches it is inside of
 * @param code action of a step
 * @param title what people call it
 * @param arguments of a step
 * @param problem what is wrong with the step as a whole, empty for nothing
 * @param focus it is where the reader goes on
 */
public record Line(
        String kind,
        String path,
        int depth,
        String code,
        String title,
        List<Argument> arguments,
        String problem,
        boolean focus) {}
