// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;

import org.junit.jupiter.api.Test;
import org.rankfile.app.feature.settings.Preferences;
import org.rankfile.app.feature.welcome.Strength;
import org.rankfile.app.home.HomeFault;
import org.rankfile.app.shell.Place;
import org.rankfile.ballot.roll.LeafOpening;
import org.rankfile.domain.csv.FileFault;
import org.rankfile.domain.csv.RowReason;
import org.rankfile.domain.grievance.GrievanceField;
import org.rankfile.domain.roster.PlannedRow;
import org.rankfile.domain.roster.WorkerField;
import org.rankfile.domain.vote.BallotPhase;
import org.rankfile.domain.vote.BallotRefusal;
import org.rankfile.domain.vote.BallotView;
import org.rankfile.domain.vote.rule.Base;
import org.rankfile.domain.vote.rule.Decision;
import org.rankfile.domain.vote.rule.Label;
import org.rankfile.domain.vote.rule.Tie;
import org.rankfile.domain.vote.rule.Units;
import org.rankfile.llm.LlmException;
import org.rankfile.llm.Refusal;
import org.rankfile.llm.extract.BriefRole;
import org.rankfile.llm.extract.Category;
import org.rankfile.oplog.Role;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/// Both message files hold every text, and nothing else.
class TextsTest {
    private static final List<Class<? extends Enum<?>>> EXPLAINED =
            List.of(
                    HomeFault.class,
                    org.rankfile.domain.Refusal.class,
                    FileFault.class,
                    RowReason.class,
                    Refusal.Code.class,
                    LlmException.Reason.class,
                    BriefRole.class,
                    Category.class,
                    WorkerField.class,
                    GrievanceField.class,
                    PlannedRow.Fate.class,
                    Role.class,
                    BallotPhase.class,
                    BallotRefusal.class,
                    BallotView.Progress.class,
                    LeafOpening.Finding.class,
                    Base.class,
                    Decision.class,
                    Label.class,
                    Tie.class,
                    Units.class,
                    Strength.class,
                    Deadlines.class,
                    Place.class,
                    Preferences.Look.class);

    private static Set<String> wanted() {
        Set<String> wanted = new TreeSet<>();
        new ClassFileImporter()
                .importPackages("org.rankfile.app").stream()
                        .filter(type -> type.isAssignableTo(Key.class) && type.isEnum())
                        .map(type -> type.reflect().getEnumConstants())
                        .flatMap(Arrays::stream)
                        .forEach(constant -> wanted.add(((Key) constant).id()));
        EXPLAINED.forEach(type ->
                Arrays.stream(type.getEnumConstants()).forEach(c -> wanted.add(Texts.id(c))));
        for (GrievanceField field : GrievanceField.values()) {
            field.words().forEach(word -> wanted.add(Texts.id(field) + "." + word));
        }
        return wanted;
    }

    private static Properties file(Language language) throws IOException {
        Properties all = new Properties();
        String name = "messages_" + language.code() + ".properties";
        try (InputStream in = Texts.class.getResourceAsStream(name);
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            all.load(reader);
        }
        return all;
    }

    @Test
    void everyTextIsThereInEveryLanguage() throws IOException {
        assertThat(wanted()).hasSizeGreaterThan(300);
        for (Language language : Language.values()) {
            assertThat(file(language).stringPropertyNames()).containsAll(wanted());
        }
    }

    @Test
    void bothLanguagesHoldTheSameTexts() throws IOException {
        assertThat(file(Language.EN).stringPropertyNames())
                .isEqualTo(file(Language.ES).stringPropertyNames());
    }

    @Test
    void everyTextCanBeFormattedAndHasNoApostropheThatQuotes() throws IOException {
        Object[] numbers = {3, 2, 1, 0};
        for (Language language : Language.values()) {
            List<String> broken = new ArrayList<>();
            Properties all = file(language);
            for (String name :
                    Collections.list(all.keys()).stream().map(String::valueOf).toList()) {
                String text = all.getProperty(name);
                String shown = new MessageFormat(text, language.locale()).format(numbers);
                if (text.contains("'") || shown.isBlank() || shown.contains("{")) {
                    broken.add(name);
                }
            }
            assertThat(broken).isEmpty();
        }
    }

    @Test
    void deadlinesAreSaidInWords() {
        LocalDate today = LocalDate.of(2026, 11, 23);
        Texts english = Texts.in(Language.EN);
        assertThat(Deadlines.words(english, today.minusDays(3), today)).isEqualTo("3 days overdue");
        assertThat(Deadlines.words(english, today.minusDays(1), today))
                .isEqualTo("One day overdue");
        assertThat(Deadlines.words(english, today, today)).isEqualTo("Due today");
        assertThat(Deadlines.words(english, today.plusDays(1), today)).isEqualTo("Due tomorrow");
        assertThat(Deadlines.words(english, today.plusDays(9), today)).isEqualTo("Due in 9 days");
        assertThat(Deadlines.words(Texts.in(Language.ES), today.minusDays(3), today))
                .isEqualTo("Vencida hace 3 días");
    }

    @Test
    void aWordOfALaterVersionIsShownAsItIs() {
        assertThat(Texts.in(Language.ES).word(GrievanceField.STATUS, "reopened"))
                .isEqualTo("reopened");
    }
}
