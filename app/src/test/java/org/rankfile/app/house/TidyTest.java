// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.house;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The style guide (docs/STYLE.md) as a test, for what neither the compiler nor ArchUnit says.
class TidyTest {
    private static final int FILE_LINES = 400;
    private static final String SPDX = "// SPDX-License-Identifier: GPL-3.0-or-later\n";
    private static final Pattern CLAUSE =
            Pattern.compile("(?m)^(?:[-*] )?\\*\\*([A-Z]+-[0-9]+)\\*\\*");
    private static final Pattern TICKED = Pattern.compile("`([A-Z][A-Za-z0-9]*Test)`");

    /// Put together from pieces, so that this file does not find itself.
    private static final Pattern UNFINISHED =
            Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b|@Dis" + "abled\\b");

    private static final Pattern SLEEPING = Pattern.compile("Thread\\.sl" + "eep\\(");
    private static final Pattern ELSEWHERE =
            Pattern.compile("/(tmp|work|root)/[a-z.]|https?://(repo|registry|deb)[.]");

    @Test
    void everySourceStartsWithItsLicence() {
        assertThat(Sources.java()).allSatisfy(f -> assertThat(Sources.text(f)).startsWith(SPDX));
    }

    @Test
    void noMainSourceIsLongerThan400Lines() {
        assertThat(offenders(Sources.mainJava(), text -> text.lines().count() > FILE_LINES))
                .isEmpty();
    }

    @Test
    void nothingIsLeftUnfinishedOrSwitchedOff() {
        assertThat(offenders(Sources.java(), text -> UNFINISHED.matcher(text).find())).isEmpty();
    }

    @Test
    void noTestSleeps() {
        assertThat(offenders(Sources.testJava(), text -> SLEEPING.matcher(text).find())).isEmpty();
    }

    @Test
    void noFileNamesThisMachineOrARegistry() {
        List<Path> files = new ArrayList<>();
        for (String ending : List.of(".java", ".md", ".xml", ".json", ".mjs", ".cfg", "/run")) {
            files.addAll(Sources.below(Sources.root(), ending));
        }
        assertThat(offenders(files, text -> ELSEWHERE.matcher(text).find())).isEmpty();
    }

    @Test
    void everyDecisionNamesATestThatExists() {
        Set<String> tests =
                Sources.testJava().stream()
                        .map(file -> file.getFileName().toString().replace(".java", ""))
                        .collect(Collectors.toSet());
        for (Path adr : Sources.below(Sources.root().resolve("docs/adr"), ".md")) {
            String text = Sources.text(adr);
            int confirmation = text.indexOf("## Confirmation");
            assertThat(confirmation).as("%s has a Confirmation", Sources.name(adr)).isPositive();
            Matcher named = TICKED.matcher(text.substring(confirmation));
            assertThat(named.find()).as("%s names a test", Sources.name(adr)).isTrue();
            assertThat(tests).as(Sources.name(adr)).contains(named.group(1));
        }
    }

    @Test
    void everyClauseOfTheSpecIsNamedByATest() {
        String tests =
                Sources.testJava().stream().map(Sources::text).collect(Collectors.joining("\n"));
        Set<String> named =
                Pattern.compile("[A-Z]+-[0-9]+")
                        .matcher(tests)
                        .results()
                        .map(match -> match.group())
                        .collect(Collectors.toSet());
        Set<String> unnamed = new TreeSet<>();
        for (Path spec : Sources.below(Sources.root().resolve("docs/spec"), ".md")) {
            CLAUSE.matcher(Sources.text(spec)).results().map(m -> m.group(1)).forEach(unnamed::add);
        }
        unnamed.removeAll(named);
        assertThat(unnamed).isEmpty();
    }

    @Test
    void everyLinkBetweenTheDocumentsHasAnEnd() {
        Pattern link = Pattern.compile("\\]\\(([^)#:\\s]+)(#[^)]*)?\\)");
        List<Path> documents =
                new ArrayList<>(Sources.below(Sources.root().resolve("docs"), ".md"));
        documents.add(Sources.root().resolve("README.md"));
        for (Path document : documents) {
            link.matcher(Sources.text(document))
                    .results()
                    .map(match -> document.resolveSibling(match.group(1)))
                    .forEach(end ->
                            assertThat(Files.exists(end)).as("%s -> %s", document, end).isTrue());
        }
    }

    private static List<String> offenders(
            List<Path> files, java.util.function.Predicate<String> offends) {
        Stream<Path> found = files.stream().filter(file -> offends.test(Sources.text(file)));
        return found.map(Sources::name).toList();
    }
}
