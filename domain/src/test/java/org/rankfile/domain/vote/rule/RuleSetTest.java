// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.vote.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.rankfile.domain.Limits;
import org.rankfile.testkit.Gen;

import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;

/// The one form of rules, and what is refused: RULE-1, RULE-2, RULE-3.
class RuleSetTest {
    private static final String WRITTEN =
            "{\"format\":\"rankfile-rules-1\",\"name\":\"Two halves\",\"version\":2,"
                    + "\"legalDate\":\"2026-02-18\",\"until\":\"2027-01-01\",\"source\":\"§ 22\","
                    + "\"label\":\"check\",\"units\":\"each\",\"leastUnit\":7,"
                    + "\"mandate\":{\"from\":\"2026-12-01\",\"until\":\"2027-06-30\","
                    + "\"lasts\":\"P12M\"},\"noticeDays\":10,\"questions\":["
                    + "{\"question\":0,\"yes\":0,\"no\":[1,2],"
                    + "\"blank\":{\"inTurnout\":true,\"inCast\":false},\"tie\":\"fails\","
                    + "\"conditions\":[{\"if\":{\"turnoutAtLeast\":\"1/2\",\"of\":\"entitled\"},"
                    + "\"then\":[{\"yesMoreThan\":\"1/2\",\"of\":\"valid\"}],"
                    + "\"else\":[{\"yesAtLeast\":\"2/3\",\"of\":\"cast\"}]}]},"
                    + "{\"yes\":1,\"no\":[0],"
                    + "\"blank\":{\"inTurnout\":true,\"inCast\":true},\"tie\":\"counts\","
                    + "\"conditions\":[{\"yesAtLeast\":\"1/4\",\"of\":\"enrolled\"}]}]}";

    private static String refused(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        try {
            RuleSet.read(bytes);
            return "read";
        } catch (RulesRefused refused) {
            return String.valueOf(refused.getMessage());
        }
    }

    private static String changed(String from, String to) {
        assertThat(WRITTEN).contains(from);
        return refused(WRITTEN.replaceFirst(Pattern.quote(from), to));
    }

    @Test
    void areReadAndWrittenInOneForm() throws RulesRefused {
        RuleSet rules = RuleSet.read(WRITTEN.getBytes(UTF_8));
        assertThat(rules.origin().version()).isEqualTo(2);
        assertThat(rules.rule(0).orElseThrow().no()).containsExactly(1, 2);
        assertThat(rules.rule(5).orElseThrow().tie()).isEqualTo(Tie.COUNTS);
        assertThat(new String(rules.bytes(), UTF_8)).isEqualTo(WRITTEN);
    }

    @Test
    void anyoneCanCheckTheHashWithAnyTool() throws RulesRefused {
        RuleSet rules = RuleSet.read(WRITTEN.getBytes(UTF_8));
        // printf %s '{"format":…}' | sha256sum
        assertThat(rules.reference())
                .isEqualTo(
                        "rules-sha256:e742f312c96b601c3c9321fd46ec57a0961ae05f43eefb82e993d7572a266ddd");
    }

    @Test
    void anyRulesAreReadAsTheyWereWritten() {
        Gen.forSeeds(
                1,
                500,
                seed -> {
                    RuleSet rules = RuleCases.any(new Random(seed));
                    try {
                        assertThat(RuleSet.read(rules.bytes())).isEqualTo(rules);
                    } catch (RulesRefused refused) {
                        throw new AssertionError(refused);
                    }
                });
    }

    @Test
    void damagedBytesAreRefusedOrInTheOneForm() {
        Gen.forSeeds(
                1,
                5_000,
                seed -> {
                    Random random = new Random(seed);
                    byte[] damaged = Gen.mutate(random, RuleCases.any(random).bytes());
                    try {
                        assertThat(RuleSet.read(damaged).bytes()).isEqualTo(damaged);
                    } catch (RulesRefused refused) {
                        assertThat(refused.getMessage()).isNotBlank();
                    }
                });
    }

    @Test
    void nothingUnknownTwiceOrInAnotherOrder() {
        assertThat(changed("\"version\":2", "\"version\":2,\"extra\":1"))
                .contains("does not belong");
        assertThat(changed("\"version\":2", "\"version\":2,\"version\":2")).contains("twice");
        assertThat(changed("\"yes\":0,\"no\":[1,2]", "\"no\":[1,2],\"yes\":0"))
                .contains("one form");
        assertThat(changed("\"version\":2", "\"version\": 2")).contains("one form");
        assertThat(changed("rules-1", "rules-2")).contains("format");
        assertThat(changed("\"question\":0", "\"question\":null")).contains("question");
        assertThat(refused(WRITTEN + " ")).contains("one form");
        assertThat(refused(WRITTEN + "x")).contains("not JSON");
        assertThat(refused("")).isNotEqualTo("read");
        assertThat(refused("null")).isNotEqualTo("read");
    }

    @Test
    void fractionsAreExactAndInLowestTerms() {
        assertThat(changed("\"1/2\"", "\"2/4\"")).contains("one form");
        assertThat(changed("\"1/2\"", "0.5")).contains("not a text");
        assertThat(changed("\"1/2\"", "\"3/2\"")).contains("fraction");
        assertThat(changed("\"1/2\"", "\"1/0\"")).contains("fraction");
        assertThat(changed("\"1/2\"", "\"-1/2\"")).contains("fraction");
        assertThat(changed("\"1/2\"", "\"1/2000000\"")).contains("fraction");
        assertThat(changed("\"1/2\"", "\"0/1\"")).contains("turnout");
        assertThat(changed("\"2/3\"", "\"0/1\"")).contains("always");
        assertThat(changed("\"of\":\"entitled\"", "\"of\":\"valid\"")).contains("turnout");
    }

    @Test
    void theReasonNamesThePlace() {
        byte[] wrong = WRITTEN.replace("\"cast\"", "\"all\"").getBytes(UTF_8);
        assertThatThrownBy(() -> RuleSet.read(wrong))
                .isInstanceOfSatisfying(
                        RulesRefused.class,
                        refused ->
                                assertThat(refused.place())
                                        .isEqualTo("questions[0].conditions[0].else[0].of"));
    }

    @Test
    void everythingIsBounded() {
        assertThat(refused(" ".repeat(Limits.RULE_BYTES + 1))).contains("larger");
        assertThat(changed("Two halves", "x".repeat(Limits.RULE_TEXT_CHARS + 1)))
                .contains("too long");
        assertThat(changed("Two halves", "")).contains("missing");
        assertThat(changed("Two halves", "a\\\\nb")).contains("not shown");
        assertThat(changed("Two halves", "\\\\ud800")).isNotEqualTo("read");
        assertThat(changed("Two halves", "\u202eevlah")).contains("not shown");
        assertThat(changed("\"leastUnit\":7", "\"leastUnit\":4")).contains("too small");
        assertThat(changed("\"noticeDays\":10", "\"noticeDays\":0")).contains("notice");
        assertThat(changed("P12M", "P1Y")).contains("lasts");
        assertThat(changed("P12M", "P-1M")).contains("lasts");
        assertThat(changed("P12M", "P12")).contains("not a day");
        assertThat(changed("2026-02-18", "2026-02-30")).contains("not a day");
        assertThat(changed("2026-02-18", "+12026-02-18")).contains("centuries");
        String deep = "{\"if\":{\"turnoutAtLeast\":\"1/2\",\"of\":\"entitled\"},\"then\":[";
        assertThat(changed("{\"yesMoreThan\":\"1/2\",\"of\":\"valid\"}", deep.repeat(5)))
                .isNotEqualTo("read");
    }

    @Test
    void rulesThatContradictThemselvesAreRefused() {
        assertThat(changed("\"no\":[1,2]", "\"no\":[2,1]")).contains("order");
        assertThat(changed("\"no\":[1,2]", "\"no\":[0]")).contains("twice");
        assertThat(changed("\"no\":[1,2]", "\"no\":[]")).contains("none for no");
        assertThat(changed("\"until\":\"2027-01-01\"", "\"until\":\"2026-01-01\""))
                .contains("ended before");
        assertThat(changed("\"from\":\"2026-12-01\"", "\"from\":\"2027-12-01\""))
                .contains("ends before");
        assertThat(changed("\"tie\":\"counts\"", "\"tie\":\"fails\"")).contains("tie counts");
        assertThat(changed("{\"yes\":1,", "{\"question\":0,\"yes\":1,")).contains("two rules");
    }

    @Test
    void aMandateEndsAtTheEarliestOfItsBounds() {
        LocalDate result = LocalDate.of(2026, 11, 25);
        Mandate month = Mandate.lasting(Period.ofDays(30));
        assertThat(month.first(result)).isEqualTo(result);
        assertThat(month.last(result)).contains(LocalDate.of(2026, 12, 24));
        Mandate bounded =
                new Mandate(
                        Optional.of(LocalDate.of(2026, 12, 1)),
                        Optional.of(LocalDate.of(2026, 12, 10)),
                        Optional.of(Period.ofDays(30)));
        assertThat(bounded.first(result)).isEqualTo(LocalDate.of(2026, 12, 1));
        assertThat(bounded.last(result)).contains(LocalDate.of(2026, 12, 10));
        assertThat(bounded.last(LocalDate.of(2026, 11, 1))).contains(LocalDate.of(2026, 11, 30));
    }
}
