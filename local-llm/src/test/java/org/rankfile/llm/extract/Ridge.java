// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.llm.extract;

import java.util.Arrays;
import java.util.List;

/// Ridge regression in its dual form: there are fewer sentences than dimensions.
final class Ridge {
    private final double[][] centred;
    private final double lambda;

    Ridge(List<float[]> vectors, float[] mean, double lambda) {
        this.lambda = lambda;
        centred = new double[vectors.size()][mean.length];
        for (int i = 0; i < centred.length; i++) {
            for (int d = 0; d < mean.length; d++) {
                centred[i][d] = (double) vectors.get(i)[d] - mean[d];
            }
        }
    }

    /// The direction along which the targets are best told from the others.
    float[] direction(double[] targets) {
        double average = Arrays.stream(targets).average().orElse(0);
        double[][] system = new double[centred.length][centred.length + 1];
        for (int i = 0; i < centred.length; i++) {
            for (int j = 0; j < centred.length; j++) {
                system[i][j] = dot(centred[i], centred[j]) + (i == j ? lambda : 0);
            }
            system[i][centred.length] = targets[i] - average;
        }
        double[] weights = solve(system);
        var direction = new float[centred[0].length];
        for (int d = 0; d < direction.length; d++) {
            double sum = 0;
            for (int i = 0; i < centred.length; i++) {
                sum += weights[i] * centred[i][d];
            }
            direction[d] = (float) sum;
        }
        return direction;
    }

    /// Gaussian elimination; the matrix is positive definite, so that no pivot is zero.
    private static double[] solve(double[][] system) {
        int n = system.length;
        for (int p = 0; p < n; p++) {
            for (int row = p + 1; row < n; row++) {
                double factor = system[row][p] / system[p][p];
                for (int k = p; k <= n; k++) {
                    system[row][k] -= factor * system[p][k];
                }
            }
        }
        var x = new double[n];
        for (int row = n - 1; row >= 0; row--) {
            double rest = system[row][n];
            for (int k = row + 1; k < n; k++) {
                rest -= system[row][k] * x[k];
            }
            x[row] = rest / system[row][row];
        }
        return x;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
