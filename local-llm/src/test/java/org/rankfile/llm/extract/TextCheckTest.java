// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.llm.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

final class TextCheckTest {
    @ParameterizedTest
    @DisplayName("SUM-3: texts in other languages do not pass for English")
    @ValueSource(
            strings = {
                "El lunes el supervisor me dijo que no podía trabajar horas extra porque ya había"
                        + " hablado con el sindicato, y le dio mi turno a otro compañero que tiene"
                        + " menos antigüedad que yo. Quiero que me paguen las horas y que lo pongan"
                        + " por escrito.",
                "Lundi le chef d'équipe m'a dit que je ne pouvais pas faire d'heures"
                        + " supplémentaires parce que j'avais parlé au syndicat, et il a donné mon"
                        + " poste à un collègue qui a moins d'ancienneté que moi. Je veux être payé"
                        + " et une réponse par écrit.",
                "Am Montag hat mir der Vorarbeiter gesagt, dass ich keine Überstunden machen darf,"
                        + " weil ich mit der Gewerkschaft gesprochen habe, und er hat meine Schicht"
                        + " einem Kollegen gegeben, der kürzer im Betrieb ist als ich.",
                "W poniedziałek kierownik powiedział mi, że nie mogę pracować w nadgodzinach,"
                    + " ponieważ rozmawiałem ze związkiem, i dał moją zmianę koledze, który jest"
                    + " krócej w firmie niż ja. Chcę zapłaty i odpowiedzi na piśmie.",
                "Na segunda-feira o supervisor disse que eu não podia fazer horas extras porque"
                        + " tinha falado com o sindicato, e deu o meu turno a um colega que está há"
                        + " menos tempo na empresa. Quero que me paguem as horas.",
                "Maandag zei de voorman dat ik niet mocht overwerken omdat ik met de vakbond had"
                        + " gesproken, en hij gaf mijn dienst aan een collega die hier korter werkt"
                        + " dan ik. Ik wil dat ze mij de uren betalen.",
                "Lunedì il capo mi ha detto che non potevo fare gli straordinari perché avevo"
                        + " parlato con il sindacato, e ha dato il mio turno a un collega che è"
                        + " nell'azienda da meno tempo di me. Voglio che mi paghino le ore.",
                "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor"
                        + " incididunt ut labore et dolore magna aliqua. Ut enim ad minim veniam,"
                        + " quis nostrud exercitation ullamco laboris nisi ut aliquip.",
                "В понедельник мастер сказал мне, что сверхурочных не будет, потому что я говорил"
                        + " с профсоюзом, и отдал мою смену другому.",
                "星期一主管告诉我不能加班，因为我和工会谈过话，他把我的班次给了别人。"
            })
    void otherLanguagesAreNotEnglish(String text) {
        assertThat(TextCheck.isEnglish(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "On Monday the supervisor told me that I could not work overtime because I had"
                        + " talked to the union, and he gave my shift to somebody with less time"
                        + " than me. I want to be paid for the hours.",
                "GRIEVANT: D. OKAFOR. NOT CALLED FOR OVERTIME ON 10/10 AND 10/11. JUNIOR MEN WERE"
                    + " CALLED. VIOLATION OF ART. 14. REMEDY: PAY 16 HOURS, CORRECT THE LIST AND"
                    + " POST IT.",
                "me and Piotr was working in the depot since may, they say we are no employee but"
                        + " the van is from them and the hours also, i dont get holiday pay never"
            })
    void plainHurriedAndForeignersEnglishIsEnglish(String text) {
        assertThat(TextCheck.isEnglish(text)).isTrue();
    }

    @Test
    @DisplayName("SUM-3: gibberish does not pass for English")
    void gibberishIsNotEnglish() {
        var random = new Random(11);
        for (int i = 0; i < 200; i++) {
            String letters =
                    IntStream.range(0, 80)
                            .mapToObj(w -> word(random))
                            .collect(Collectors.joining(" "));
            assertThat(TextCheck.isEnglish(letters)).isFalse();
        }
        assertThat(TextCheck.isEnglish("the ".repeat(60))).isFalse();
        assertThat(TextCheck.isEnglish("the of and to that is was for ".repeat(20))).isFalse();
        assertThat(TextCheck.isEnglish("asdf jkl qwer uiop zxcv bnm ".repeat(20))).isFalse();
        assertThat(TextCheck.isEnglish("4.50 12:30 €19 ".repeat(40))).isFalse();
        assertThat(TextCheck.isEnglish("")).isFalse();
    }

    @Test
    @DisplayName("SUM-3: binary data is broken, odd but valid text is not")
    void binaryDataIsBroken() {
        assertThat(TextCheck.isBroken("a\u0000b\u0001c")).isTrue();
        assertThat(TextCheck.isBroken("caf\ufffd na\ufffdve")).isTrue();
        assertThat(TextCheck.isBroken("\ud800".repeat(10) + "text")).isTrue();
        assertThat(TextCheck.isBroken("tab\tline\r\nform\ffeed\u0085 é 你 😀 a\u0301")).isFalse();
        assertThat(TextCheck.isBroken("x".repeat(1_000) + "\u0007")).isFalse();
        assertThat(TextCheck.isBroken("")).isFalse();
    }

    @Test
    void wordsAreRunsOfLetters() {
        assertThat(TextCheck.words("I wasn’t paid $742.40, was I? O'Neil (x2)")).isEqualTo(7);
        assertThat(TextCheck.words(" 12.5 -- ")).isZero();
    }

    private static String word(Random random) {
        return random.ints(2L + random.nextInt(7), 'a', 'z' + 1)
                .mapToObj(c -> String.valueOf((char) c))
                .collect(Collectors.joining());
    }
}
