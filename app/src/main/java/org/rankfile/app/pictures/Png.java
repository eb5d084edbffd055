// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.pictures;

import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/// Writes PNG (W3C, third edition): eight bits of red, green and blue, no transparency, each line
/// filtered by the one above it. Spares the desktop toolkit of the JDK.
final class Png {
    private static final long SIGNATURE = 0x89504E470D0A1A0AL;
    private static final byte RGB = 2;
    private static final byte UP = 2;
    private static final int COLOURS = 3;

    private Png() {}

    /// Writes an image that has no transparent pixels.
    static void write(Image image, OutputStream to) throws IOException {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        DataOutputStream out = new DataOutputStream(to);
        out.writeLong(SIGNATURE);
        ByteBuffer header = ByteBuffer.allocate(13);
        header.putInt(width).putInt(height).put((byte) 8).put(RGB);
        chunk(out, "IHDR", header.array());
        chunk(out, "IDAT", pixels(image, width, height));
        chunk(out, "IEND", new byte[0]);
        out.flush();
    }

    private static byte[] pixels(Image image, int width, int height) throws IOException {
        int[] line = new int[width];
        byte[] above = new byte[width * COLOURS];
        byte[] here = new byte[width * COLOURS];
        byte[] filtered = new byte[1 + width * COLOURS];
        filtered[0] = UP;
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        Deflater best = new Deflater(Deflater.BEST_COMPRESSION);
        try (DeflaterOutputStream zip = new DeflaterOutputStream(packed, best)) {
            for (int y = 0; y < height; y++) {
                image.getPixelReader()
                        .getPixels(
                                0, y, width, 1, PixelFormat.getIntArgbInstance(), line, 0, width);
                for (int x = 0; x < width; x++) {
                    here[x * COLOURS] = (byte) (line[x] >> 16);
                    here[x * COLOURS + 1] = (byte) (line[x] >> 8);
                    here[x * COLOURS + 2] = (byte) line[x];
                }
                for (int i = 0; i < here.length; i++) {
                    filtered[i + 1] = (byte) (here[i] - above[i]);
                }
                zip.write(filtered);
                System.arraycopy(here, 0, above, 0, here.length);
            }
        } finally {
            best.end();
        }
        return packed.toByteArray();
    }

    private static void chunk(DataOutputStream out, String type, byte[] data) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 sum = new CRC32();
        sum.update(name);
        sum.update(data);
        out.writeInt(data.length);
        out.write(name);
        out.write(data);
        out.writeInt((int) sum.getValue());
    }
}
