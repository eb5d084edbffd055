// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.cli;

import org.jspecify.annotations.Nullable;
import org.rankfile.app.home.Homes;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Measures the speed of this build. Found through [java.util.ServiceLoader], since it is not part
/// of what is shipped.
public interface BenchSuite {
    /// What can be measured alone, in the order in which all of it is.
    List<Topic> topics();

    /// Measures, which takes minutes. Needs room for some 200 MB in the folder of temporary files,
    /// and takes everything away again.
    ///
    /// @param homes makes the homes that are measured
    /// @param lines is given each line as soon as it is measured, on this thread
    /// @throws BenchFailed where a measurement could not be carried out
    void run(Order order, Homes homes, Consumer<Line> lines) throws BenchFailed;

    /// One of the things that can be measured.
    ///
    /// @param name for the command line
    /// @param measures what it measures, in a few words
    record Topic(String name, String measures) {}

    /// What to measure.
    ///
    /// @param name of a topic; empty for all
    /// @param quick with small numbers, to see that everything runs; the targets are left out
    record Order(Optional<String> name, boolean quick) {}

    /// What was measured.
    ///
    /// @param topic the topic's name
    /// @param what one quantity of it
    /// @param unit of the value and of its target
    /// @param target null for what has none
    record Line(String topic, String what, double value, String unit, @Nullable Target target) {
        /// Whether the target holds; true where there is none.
        public boolean isMet() {
            return target == null || target.holds(value);
        }
    }

    /// What a value is measured against.
    ///
    /// @param least whether the value must be this at least, and not at most
    record Target(boolean least, double value) {
        boolean holds(double measured) {
            return least ? measured >= value : measured <= value;
        }
    }
}
