package org.quanhe.crm.pipeline.control.chance;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Logistic regression with a penalty on the square of each weight (L2, strength 1: a weight of log-odds 1 costs half a
 * case), fitted by Newton's method. Attributes are there or not. The intercept is not penalised, so that the mean of
 * what is foretold is the share that was won. Equal cases are counted together in a fixed order: the same cases give
 * the same weights, in whichever order they come.
 *
 * @param bias log-odds of a case with no attribute
 * @param weights log-odds that each attribute adds
 */
record Regression(double bias, double[] weights) {
    private static final double PENALTY = 1;
    private static final int MOST_STEPS = 100;
    private static final double ENOUGH = 1e-10;
    private static final double LONGEST_STEP = 4;
    private static final Comparator<int[]> ORDER = java.util.Arrays::compare;

    /**
     * A case.
     *
     * @param attributes numbers of those that it has, rising
     * @param weight how much it counts
     */
    record Case(int[] attributes, boolean won, double weight) {}

    /** Equal cases together. */
    private static final class Cell {
        private double won;
        private double all;
    }

    /** @param attributes how many there are */
    static Regression fit(int attributes, List<Case> cases) {
        Map<int[], Cell> cells = new TreeMap<>(ORDER);
        cases.stream()
                .sorted(Comparator.comparing(Case::attributes, ORDER)
                        .thenComparing(Case::won)
                        .thenComparingDouble(Case::weight))
                .forEach(one -> {
                    Cell cell = cells.computeIfAbsent(one.attributes(), some -> new Cell());
                    cell.all += one.weight();
                    cell.won += one.won() ? one.weight() : 0;
                });
        double[] all = new double[attributes + 1];
        boolean goingOn = true;
        for (int i = 0; i < MOST_STEPS && goingOn; i++) {
            double[] step = step(all, cells);
            double longest = 0;
            for (double part : step) {
                longest = Math.max(longest, Math.abs(part));
            }
            double scale = longest > LONGEST_STEP ? LONGEST_STEP / longest : 1;
            for (int k = 0; k < all.length; k++) {
                all[k] += scale * step[k];
            }
            goingOn = longest > ENOUGH;
        }
        double[] weights = new double[attributes];
        System.arraycopy(all, 1, weights, 0, attributes);
        return new Regression(all[0], weights);
    }

    /** Newton's step: the inverse of the curvature times the slope. */
    private static double[] step(double[] all, Map<int[], Cell> cells) {
        int size = all.length;
        double[][] curvature = new double[size][size];
        double[] slope = new double[size];
        for (int k = 1; k < size; k++) {
            curvature[k][k] = PENALTY;
            slope[k] = -PENALTY * all[k];
        }
        cells.forEach((attributes, cell) -> {
            double p = share(logit(all[0], all, 1, attributes));
            double off = cell.won - cell.all * p;
            double spread = cell.all * p * (1 - p);
            slope[0] += off;
            curvature[0][0] += spread;
            for (int one : attributes) {
                slope[one + 1] += off;
                curvature[0][one + 1] += spread;
                curvature[one + 1][0] += spread;
                for (int other : attributes) {
                    curvature[one + 1][other + 1] += spread;
                }
            }
        });
        return Equations.solve(curvature, slope);
    }

    private static double logit(double bias, double[] weights, int from, int[] attributes) {
        double sum = bias;
        for (int one : attributes) {
            sum += weights[from + one];
        }
        return sum;
    }

    double logit(int... attributes) {
        return logit(bias, weights, 0, attributes);
    }

    double probability(int... attributes) {
        return share(logit(attributes));
    }

    /** The share that log-odds stand for. */
    static double share(double logit) {
        return logit >= 0 ? 1 / (1 + Math.exp(-logit)) : Math.exp(logit) / (1 + Math.exp(logit));
    }
}
