// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.widget;

import io.nayuki.qrcodegen.QrCode;

import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.SVGPath;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// A text as a QR code (ISO/IEC 18004): black on white with its quiet zone, whatever the theme, for
/// cameras know no other. It grows with the size of the text around it. Readers of the screen are
/// given the text itself.
public final class QrPicture extends StackPane {
    /// On each side, as the standard wants it.
    private static final int QUIET_MODULES = 4;

    /// Four pixels at a text of 100 %.
    private static final double MODULE_EMS = 4.0 / 15;

    /// @param text up to 1,000 bytes of UTF-8
    /// @throws IllegalArgumentException for a longer one
    public QrPicture(String text) {
        if (text.getBytes(StandardCharsets.UTF_8).length > Limits.QR_BYTES) {
            throw new IllegalArgumentException("too long for a QR code");
        }
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        Region modules = new Region();
        modules.setShape(path(code));
        modules.getStyleClass().add("qr-modules");
        side(modules, code.size);
        getStyleClass().add("qr");
        side(this, code.size + 2 * QUIET_MODULES);
        getChildren().add(modules);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(text);
    }

    private static void side(Region region, int modules) {
        String side = String.format(Locale.ROOT, "%.4fem", modules * MODULE_EMS);
        String style =
                "-fx-min-width: $; -fx-pref-width: $; -fx-max-width: $;"
                        + " -fx-min-height: $; -fx-pref-height: $; -fx-max-height: $;";
        region.setStyle(style.replace("$", side));
    }

    /// One path, so that no seam is seen between modules. Its corners are those of the code: three
    /// of them always are dark, and the marks at two of these reach over the whole width and
    /// height.
    private static SVGPath path(QrCode code) {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            int x = 0;
            while (x < code.size) {
                int from = x;
                while (x < code.size && code.getModule(x, y)) {
                    x++;
                }
                if (x > from) {
                    path.append('M').append(from).append(' ').append(y);
                    path.append('h').append(x - from).append("v1h").append(from - x).append('z');
                }
                x++;
            }
        }
        SVGPath shape = new SVGPath();
        shape.setContent(path.toString());
        return shape;
    }
}
