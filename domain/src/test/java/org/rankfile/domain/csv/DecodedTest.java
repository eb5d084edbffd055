// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rankfile.domain.Limits;

import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Arrays;

class DecodedTest {
    private static final String TEXT = "Emp ID,Nombre\n7,Íñigo\n";

    private static FileFault fault(byte[] bytes) {
        try {
            throw new AssertionError("read as " + Decoded.of(bytes).encoding());
        } catch (FileRefused refused) {
            return refused.fault();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8, UTF-8, ''",
        "UTF-8, UTF-8, \uFEFF",
        "UTF-16LE, UTF-16LE, \uFEFF",
        "UTF-16BE, UTF-16BE, \uFEFF",
        "windows-1252, windows-1252, ''"
    })
    void findsTheEncoding(String charset, String found, String mark) throws Exception {
        Decoded decoded = Decoded.of((mark + TEXT).getBytes(Charset.forName(charset)));
        assertThat(decoded.encoding()).isEqualTo(found);
        assertThat(decoded.text()).isEqualTo(TEXT);
    }

    @Test
    void oneBrokenByteDoesNotTurnTheWholeFileIntoAnotherEncoding() throws Exception {
        byte[] bytes = "Emp ID,Nombre\n7,Íñigo\n8,Zoë?\n".getBytes(UTF_8);
        bytes[bytes.length - 2] = (byte) 0xE9;
        Decoded decoded = Decoded.of(bytes);
        assertThat(decoded.encoding()).isEqualTo("UTF-8");
        assertThat(decoded.text()).contains("Íñigo").endsWith("Zoë\uFFFD\n");
    }

    @Test
    void refusesWhatIsNoTextFile() {
        assertThat(fault(new byte[0])).isEqualTo(FileFault.EMPTY);
        assertThat(fault(" \r\n\t\n".getBytes(UTF_8))).isEqualTo(FileFault.EMPTY);
        assertThat(fault("\uFEFF".getBytes(UTF_16LE))).isEqualTo(FileFault.EMPTY);
        assertThat(fault("PK\u0003\u0004rest".getBytes(UTF_8))).isEqualTo(FileFault.NOT_TEXT);
        assertThat(fault(TEXT.getBytes(UTF_16BE))).isEqualTo(FileFault.NOT_TEXT);
        assertThat(fault(new byte[] {'a', 0, 'b'})).isEqualTo(FileFault.NOT_TEXT);
    }

    @Test
    void aFileOfAHundredMegabytesIsRefused() {
        InputStream large = new Endless();
        assertThatThrownBy(() -> Decoded.read(large))
                .isInstanceOfSatisfying(
                        FileRefused.class,
                        refused -> assertThat(refused.fault()).isEqualTo(FileFault.TOO_LARGE));
    }

    /// One line without an end.
    private static final class Endless extends InputStream {
        private long read;

        @Override
        public int read() {
            return 'x';
        }

        @Override
        public int read(byte[] into, int from, int length) {
            read += length;
            assertThat(read).isLessThan(2L * Limits.FILE_BYTES);
            Arrays.fill(into, from, from + length, (byte) 'x');
            return length;
        }
    }
}
