// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.llm;

import java.util.concurrent.atomic.AtomicLong;

/// Prints a line for each development grievance: what the summariser made of it. Not a test.
public final class PrintSummaries {
    private PrintSummaries() {}

    public static void main(String[] args) throws LlmException {
        try (Summariser summariser = Summariser.load(new AtomicLong()::get)) {
            for (GoldGrievance gold : GoldGrievance.all()) {
                String line = gold.id() + ' ' + summariser.summarise(gold.text());
                System.out.println(line.replaceAll("\\s+", " "));
            }
        }
    }
}
