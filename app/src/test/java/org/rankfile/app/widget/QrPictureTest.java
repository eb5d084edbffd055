// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.widget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;

import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.rankfile.app.feature.settings.Preferences;
import org.rankfile.app.shell.Theme;
import org.rankfile.app.text.Language;
import org.testfx.api.FxToolkit;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// What is drawn is read back by a decoder that others wrote (ZXing).
@Timeout(60)
class QrPictureTest {
    private static final String TRACKER = "8Jc1fYxq0Zr5TtBnmW3uKpE7sLhGvA2dQoXi9RkCy4M";

    @BeforeAll
    static void toolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
        Platform.setImplicitExit(false);
    }

    /// On a page that is as dark as the theme.
    private static WritableImage drawn(String text, Preferences.Look look, int percent)
            throws Exception {
        CompletableFuture<WritableImage> image = new CompletableFuture<>();
        Platform.runLater(() -> {
            StackPane page = new StackPane(new QrPicture(text));
            Scene scene = new Scene(page, 1240, 1240);
            Theme.apply(scene, new Preferences(Language.EN, look, percent, 5));
            image.complete(scene.snapshot(null));
        });
        return image.get(30, TimeUnit.SECONDS);
    }

    private static String read(WritableImage image) throws ReaderException {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        image.getPixelReader()
                .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        RGBLuminanceSource source = new RGBLuminanceSource(width, height, pixels);
        return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source))).getText();
    }

    @Test
    void whatIsDrawnIsReadBackInEveryThemeAndSize() throws Exception {
        for (Preferences.Look look : Preferences.Look.values()) {
            for (int percent : new int[] {100, 200}) {
                assertThat(read(drawn(TRACKER, look, percent))).isEqualTo(TRACKER);
            }
        }
    }

    @Test
    void theLongestTextIsReadBackAndALongerOneIsRefused() throws Exception {
        String longest = "rf1:".repeat(Limits.QR_BYTES / 4);
        assertThat(read(drawn(longest, Preferences.Look.LIGHT, 100))).isEqualTo(longest);
        assertThatIllegalArgumentException().isThrownBy(() -> new QrPicture(longest + "é"));
    }

    @Test
    void readersOfTheScreenAreGivenTheText() {
        assertThat(new QrPicture(TRACKER).getAccessibleText()).isEqualTo(TRACKER);
    }
}
