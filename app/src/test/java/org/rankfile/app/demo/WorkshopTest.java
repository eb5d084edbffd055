// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;

class WorkshopTest {
    @TempDir Path temp;

    @Test
    void aTemporaryOneGoesWithEverythingInIt() throws Exception {
        Path folder;
        try (Workshop workshop = Workshop.open(null)) {
            folder = workshop.folder();
            Files.writeString(workshop.room("a").resolve("b"), "c");
        }
        assertThat(folder).doesNotExist();
    }

    @Test
    void whatIsToBeKeptStays() throws Exception {
        Path keep = temp.resolve("new/folder");
        try (Workshop workshop = Workshop.open(keep)) {
            Files.writeString(workshop.room("a").resolve("b"), "c");
        }
        assertThat(keep.resolve("a/b")).hasContent("c");
    }

    @Test
    void aFolderWithSomethingInItIsRefusedAndLeftAlone() throws Exception {
        Files.writeString(temp.resolve("mine"), "mine");
        assertThatThrownBy(() -> Workshop.open(temp))
                .isInstanceOf(DemoFailed.class)
                .hasMessageContaining("not empty");
        assertThat(temp.resolve("mine")).hasContent("mine");
    }
}
