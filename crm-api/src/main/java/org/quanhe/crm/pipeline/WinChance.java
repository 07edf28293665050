package org.quanhe.crm.pipeline;

import java.util.List;
import org.quanhe.crm.platform.LocalizedMessage;

/**
 * How likely an opportunity or a lead is to be won, and why.
 *
 * @param percent whole percent, null for what is closed, and for a lead of which nothing is known yet
 * @param byModel by the model; else it is the stage's, or of a lead the counted share, and {@code why} says so
 * @param why what it is worked out by, in words
 * @param start percent of an average deal, from which the lines go on; with the lines it is the percent exactly
 * @param lines what makes it more or less likely, the strongest first
 */
public record WinChance(
        @org.jspecify.annotations.Nullable Integer percent,
        boolean byModel,
        LocalizedMessage why,
        double start,
        List<Line> lines) {
    public WinChance {
        lines = List.copyOf(lines);
    }

    /**
     * An attribute.
     *
     * @param code of the attribute, {@code other} for what the caller may not read
     * @param label what it is
     * @param value what it is here
     * @param points how many percentage points it adds, behind those before it
     * @param odds by how much it multiplies the odds of winning
     */
    public record Line(String code, LocalizedMessage label, LocalizedMessage value, double points, double odds) {}
}
