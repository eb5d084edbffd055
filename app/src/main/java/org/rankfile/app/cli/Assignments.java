// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.cli;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// `field=value` arguments. A value may be empty, which clears the field, and may hold `=`.
final class Assignments {
    private Assignments() {}

    static Map<String, String> of(List<String> arguments, CommandSpec spec) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String argument : arguments) {
            int sign = argument.indexOf('=');
            if (sign <= 0) {
                throw new CommandLine.ParameterException(
                        spec.commandLine(), "Write field=value; an empty value clears a field.");
            }
            if (values.put(argument.substring(0, sign), argument.substring(sign + 1)) != null) {
                throw new CommandLine.ParameterException(
                        spec.commandLine(), "A field is given twice.");
            }
        }
        return values;
    }
}
