// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.llm.extract;

import java.util.Locale;
import java.util.Set;

/// Which full stops end a word only, not the sentence.
final class Abbreviations {
    /// A sentence hardly ever ends with these.
    private static final Set<String> NEVER_LAST =
            words(
                    "mr mrs ms mx dr prof rev hon sgt lt capt col gen messrs vs v e.g i.e cf approx"
                            + " dept attn re esp incl viz assn bldg supv");

    /// These point at what follows: a number, a letter, a date.
    private static final Set<String> BEFORE_NUMBER =
            words(
                    "no nos art arts sec secs sect para paras cl p pp ch fig figs ext reg regs app"
                            + " vol rm ave jan feb mar apr jun jul aug sep sept oct nov dec mon"
                            + " tue tues wed thu thur thurs fri sat sun ss subs sch");

    /// A sentence may end with these; then a word that often starts one follows.
    private static final Set<String> MAYBE_LAST =
            words(
                    "a.m p.m am pm inc co corp ltd llc plc etc jr sr u.s u.k u.s.a d.c ph.d m.d hrs"
                            + " st");

    private static final Set<String> STARTERS =
            words(
                    "the he she it we they this that these those there then when on at in after"
                            + " before my our his her their but and so if as because while what who"
                            + " why how no yes nobody everyone everybody management please since"
                            + " during later next also now you your one two three");

    /// After these a single letter is a name of a thing, as in "Building C", not an initial.
    private static final Set<String> LETTERED =
            words(
                    "building line unit shift section article grade level block class crew part"
                        + " schedule appendix exhibit ward bay dock gate zone room area type plan"
                        + " team tier group wing hall platform terminal option form vitamin"
                        + " hepatitis");

    private Abbreviations() {}

    private static Set<String> words(String list) {
        return Set.of(list.split(" "));
    }

    /// Whether a full stop after `word` belongs to it, given the words around it.
    static boolean holds(String before, String word, String next) {
        String lower = word.toLowerCase(Locale.ROOT);
        if (NEVER_LAST.contains(lower)) {
            return true;
        }
        if (BEFORE_NUMBER.contains(lower)) {
            return isNumbering(next);
        }
        if (MAYBE_LAST.contains(lower) || isInitial(before, word)) {
            return !STARTERS.contains(next.toLowerCase(Locale.ROOT));
        }
        return false;
    }

    private static boolean isInitial(String before, String word) {
        return word.length() == 1
                && Character.isUpperCase(word.charAt(0))
                && !word.equals("I")
                && !LETTERED.contains(before.toLowerCase(Locale.ROOT));
    }

    /// `14`, `14.3`, `XIV`, `B`, `§`.
    private static boolean isNumbering(String next) {
        if (next.isEmpty()) {
            return false;
        }
        char first = next.charAt(0);
        return Character.isDigit(first)
                || first == '§'
                || first == '#'
                || next.chars().allMatch(c -> "IVXLC".indexOf(c) >= 0)
                || (next.length() == 1 && Character.isUpperCase(first) && first != 'I');
    }
}
