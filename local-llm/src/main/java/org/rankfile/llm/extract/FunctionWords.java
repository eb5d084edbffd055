// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.llm.extract;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// The small words by which a language is known. Words that two of the languages share (such as
/// "die", "in", "me") are listed for neither of them, so that they count for nobody.
final class FunctionWords {
    static final Set<String> ENGLISH =
            words(
                    "the of and to that is was for on with as it by be this are from at not have"
                            + " had has but they he she his her you we my i which were will would"
                            + " been their there what when who if out up about into than them can"
                            + " could should did does do its it's i'm don't didn't wasn't i've our"
                            + " your him because after before then just only how why where all any"
                            + " some these those said says told asked over under again every each"
                            + " between during while until against my own nobody somebody");

    static final Map<String, Set<String>> OTHERS = new LinkedHashMap<>();

    static {
        OTHERS.put(
                "es",
                words(
                        "el la los las de del que y por para con una uno se su sus mi lo pero como"
                            + " más ya cuando muy sin sobre este esta está fue hay nos le les ni"
                            + " también porque desde dijo al yo ella ellos había trabajo"));
        OTHERS.put(
                "fr",
                words(
                        "le la les de des du un une et est pas que qui dans pour sur avec ce cette"
                            + " je il elle nous vous ils au aux mon ma mes son sa ses mais ou où"
                            + " été j'ai n'est qu'il c'est leur était très plus sans"));
        OTHERS.put(
                "de",
                words(
                        "der das und ist nicht ich mit von zu den dem des ein eine einen einer auf"
                                + " für im sich auch als wie aber wir sie er es mir mich mein meine"
                                + " wurde haben habe hatte bei nach aus wenn oder noch nur um zum"
                                + " zur"));
        OTHERS.put(
                "it",
                words(
                        "il lo gli di del della che e un una per con non sono mi si è ma come più"
                            + " anche nel alla questo questa ho hanno ha era loro dal sul perché"));
        OTHERS.put(
                "pt",
                words(
                        "o os da do dos das em um uma que e não para com por se eu ele ela mas foi"
                                + " meu minha ao na nos às são está também muito já quando sem"));
        OTHERS.put(
                "nl",
                words(
                        "de het een en van ik niet dat zijn op te voor met er maar om hij ze zij"
                                + " wij mijn als ook bij naar heb heeft hebben werd wordt aan uit"
                                + " dan"));
        OTHERS.put(
                "pl",
                words(
                        "i w z na nie że się jest to co jak ale od za po przez dla mnie mi był"
                                + " była było czy tak już o ze do moja mój ich jego oraz przed"));
        OTHERS.put(
                "la",
                words(
                        "et ut sit amet dolor lorem ipsum sed ad non est cum quis enim nec vel"
                                + " eu ac nulla quam aut ex pellentesque vestibulum elit"));
    }

    private FunctionWords() {}

    private static Set<String> words(String list) {
        return Set.copyOf(java.util.List.of(list.split(" ")));
    }
}
