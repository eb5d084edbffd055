// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.net.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rankfile.net.wire.Multistream.Outcome;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;

@DisplayName("NET-5: multistream-select")
class MultistreamTest {
    private static final byte[] HEADER = ascii("\u0013/multistream/1.0.0\n");

    private final Multistream listener =
            Multistream.listener(Set.of("/a/1", "/b/1")::contains, 64, 3);

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] lines(String... lines) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(HEADER);
        for (String line : lines) {
            out.writeBytes(LineBuffer.encode(line));
        }
        return out.toByteArray();
    }

    @Test
    void theDiallerSendsHeaderAndProposalAtOnceAndBothAgree() throws Exception {
        Multistream dialler = Multistream.dialler("/a/1", 64);
        byte[] first = dialler.output();
        assertThat(first).isEqualTo(lines("/a/1"));
        assertThat(listener.receive(first)).isEqualTo(Outcome.AGREED);
        assertThat(dialler.receive(listener.output())).isEqualTo(Outcome.AGREED);
        assertThat(dialler.protocol()).isEqualTo("/a/1");
        assertThat(listener.protocol()).isEqualTo("/a/1");
    }

    @Test
    void singleBytesAreEnoughAndWhatFollowsIsKept() throws Exception {
        byte[] all = lines("/b/1");
        for (int i = 0; i < all.length - 1; i++) {
            assertThat(listener.receive(new byte[] {all[i]})).isEqualTo(Outcome.OPEN);
        }
        byte[] last = {'\n', 1, 2, 3};
        assertThat(listener.receive(last)).isEqualTo(Outcome.AGREED);
        assertThat(listener.rest()).containsExactly(1, 2, 3);
    }

    @Test
    void theListenerSaysNothingBeforeItHasSeenTheHeader() throws Exception {
        listener.receive(ascii("\u0013/multi"));
        assertThat(listener.output()).isEmpty();
        assertThat(listener.headerSeen()).isFalse();
    }

    @Test
    void unknownProposalsAreDeclinedUntilThereAreTooMany() throws Exception {
        assertThat(listener.receive(lines("/x/1", "/x/2"))).isEqualTo(Outcome.OPEN);
        assertThat(listener.output()).isEqualTo(lines("na", "na"));
        assertThat(listener.receive(LineBuffer.encode("/x/3"))).isEqualTo(Outcome.REFUSED);
    }

    @Test
    void aDeclinedDiallerIsRefused() throws Exception {
        Multistream dialler = Multistream.dialler("/a/1", 64);
        assertThat(dialler.receive(lines("na"))).isEqualTo(Outcome.REFUSED);
    }

    @Test
    void anAnswerToSomethingElseIsMalformed() {
        Multistream dialler = Multistream.dialler("/a/1", 64);
        assertThatThrownBy(() -> dialler.receive(lines("/b/1"))).isInstanceOf(Malformed.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1\r\n",
                "\u0013/multistream/2.0.0\n",
                "\u0013/multistream/1.0.0 ",
                "\u0014/multistream/1.0.0\n",
                "\u0080\u0000",
                "\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff"
            })
    void anotherHeaderIsMalformed(String text) {
        assertThatThrownBy(() -> listener.receive(ascii(text))).isInstanceOf(Malformed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "\u0003ab\u0001", "\u0003a\u0001\n", "\u00ff\u0001"})
    void aLineThatBreaksTheRulesIsMalformed(String line) throws Exception {
        listener.receive(HEADER);
        assertThatThrownBy(() -> listener.receive(ascii(line))).isInstanceOf(Malformed.class);
    }
}
