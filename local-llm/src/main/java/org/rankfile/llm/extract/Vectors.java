// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.llm.extract;

/// Arithmetic of sentence vectors, summed in a fixed order so that it repeats bit for bit.
final class Vectors {
    private Vectors() {}

    static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }

    /// The sum scaled to length 1; a null sum stays null.
    static float[] unitSum(Iterable<float[]> vectors, int dimensions) {
        var sum = new double[dimensions];
        for (float[] vector : vectors) {
            for (int i = 0; i < dimensions; i++) {
                sum[i] += vector[i];
            }
        }
        double squares = 0;
        for (double x : sum) {
            squares += x * x;
        }
        double norm = squares > 0 ? Math.sqrt(squares) : 1;
        var unit = new float[dimensions];
        for (int i = 0; i < dimensions; i++) {
            unit[i] = (float) (sum[i] / norm);
        }
        return unit;
    }

    /// To 1e-4, so that a last bit decides no order.
    static double round(double score) {
        return Math.round(score * 1e4) / 1e4;
    }
}
