// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rankfile.ballot.group.Element;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

class CredentialListTest {
    @Test
    void findsEveryCredentialAndNoOther() throws Malformed {
        Random random = new Random(11);
        Map<Element, Integer> weights = new HashMap<>();
        for (int i = 0; i < 500; i++) {
            BigInteger key = new BigInteger(1 + random.nextInt(2_048), random);
            weights.put(new Element(key), 1 + random.nextInt(999_999_999));
        }
        CredentialList list = CredentialList.read(CredentialList.of(weights).bytes());

        assertThat(list.weights()).isEqualTo(weights);
        assertThat(list.size()).isEqualTo(weights.size());
        weights.forEach((key, weight) -> {
            assertThat(list.weight(key)).isEqualTo(weight);
            Element other = new Element(key.value().add(BigInteger.ONE));
            assertThat(list.weight(other)).isEqualTo(weights.getOrDefault(other, 0));
        });
        assertThat(list.key(0).value()).isLessThan(list.key(1).value());
    }

    @Test
    void aVoteWithoutAWeightWeighsOne() throws Malformed {
        CredentialList list = read("['2','10,7']");
        assertThat(list.weight(element(2))).isEqualTo(1);
        assertThat(list.weight(element(10))).isEqualTo(7);
        assertThat(list.weight(element(1))).isZero();
        assertThat(list.weight(element(107))).isZero();
    }

    @Test
    void nobodyMayBeListed() throws Malformed {
        assertThat(read("[]").size()).isZero();
        assertThat(read("[]").weight(element(2))).isZero();
        assertThat(CredentialList.of(List.of()).bytes()).asString().isEqualTo("[]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            quoteCharacter = '`',
            value = {
                "['3','2']|[1]: not in ascending order",
                "['10','9']|[1]: not in ascending order",
                "['2','2']|[1]: not in ascending order",
                "['2,1','2,3']|[1]: not in ascending order",
                "['02']|[0]: not a credential",
                "['00']|[0]: not a credential",
                "['']|[0]: not a credential",
                "['-2']|[0]: not a credential",
                "['2,']|[0]: not a credential",
                "['2,0']|[0]: not a credential",
                "['2,05']|[0]: not a credential",
                "['2,1000000000']|[0]: not a credential",
                "['2,3,4']|[0]: not a credential",
                "['2|[0]: not a credential",
                "[2]|[0]: not a credential",
                "['2',]|[1]: not a credential",
                "['2']]|something after the list",
                "['2'] |something after the list",
                "['2', '3']|[1]: not a credential",
                "['2'|not a list in canonical form",
                "['2''3']|not a list in canonical form",
                "{}|not a list in canonical form",
                "[|[0]: not a credential",
            })
    void anyOtherFormIsRefused(String text, String reason) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(Malformed.class).hasMessage(reason);
    }

    @Test
    void aNumberOfTooManyDigitsIsRefused() throws Malformed {
        String longest = "9".repeat(Limits.DECIMAL_DIGITS);
        assertThat(read("['" + longest + "']").size()).isEqualTo(1);
        assertThatThrownBy(() -> read("['" + longest + "0']")).isInstanceOf(Malformed.class);
    }

    private static CredentialList read(String text) throws Malformed {
        return CredentialList.read(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    private static Element element(long value) {
        return new Element(BigInteger.valueOf(value));
    }
}
