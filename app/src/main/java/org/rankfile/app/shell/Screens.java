// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.shell;

import org.jspecify.annotations.Nullable;
import org.rankfile.app.feature.ballots.BallotsView;
import org.rankfile.app.feature.ballots.BallotsViewModel;
import org.rankfile.app.feature.grievances.GrievancesView;
import org.rankfile.app.feature.grievances.GrievancesViewModel;
import org.rankfile.app.feature.help.HelpText;
import org.rankfile.app.feature.help.HelpView;
import org.rankfile.app.feature.members.MembersView;
import org.rankfile.app.feature.members.MembersViewModel;
import org.rankfile.app.feature.people.PeopleView;
import org.rankfile.app.feature.people.PeopleViewModel;
import org.rankfile.app.feature.privacy.PrivacyView;
import org.rankfile.app.feature.settings.SettingsView;
import org.rankfile.app.feature.settings.SettingsViewModel;
import org.rankfile.app.feature.sync.SyncViewModel;
import org.rankfile.app.fx.Screen;
import org.rankfile.app.fx.Session;
import org.rankfile.app.fx.Workplace;
import org.rankfile.app.text.Texts;

import java.util.ArrayList;
import java.util.List;

/// Makes the screens of an open home.
final class Screens {
    private final Environment environment;
    private final SettingsViewModel settings;
    private final Texts texts;
    private final Session session;
    private final Workplace workplace;
    private @Nullable MainView main;

    Screens(Environment environment, SettingsViewModel settings, Texts texts, Session session) {
        this.environment = environment;
        this.settings = settings;
        this.texts = texts;
        this.session = session;
        workplace = new Workplace(session, texts, environment.files(), this::say);
    }

    MainView mainView(boolean demo, Runnable lock) {
        SyncViewModel sync = new SyncViewModel(session, texts, environment.listenAt());
        MainView made =
                new MainView(session, texts, new MainView.Frame(sync, demo, lock), this::screen);
        main = made;
        return made;
    }

    private void say(String words) {
        if (main != null) {
            main.say(words);
        }
    }

    private Screen screen(Place place) {
        return switch (place) {
            case GRIEVANCES ->
                    new GrievancesView(
                            new GrievancesViewModel(workplace), workplace, environment.summaries());
            case MEMBERS -> new MembersView(new MembersViewModel(workplace), workplace);
            case BALLOTS -> new BallotsView(ballots(), workplace);
            case PEOPLE -> new PeopleView(new PeopleViewModel(workplace), workplace);
            case PRIVACY -> new PrivacyView(texts);
            case SETTINGS -> new SettingsView(settings, texts);
            case HELP -> new HelpView(texts, keys());
        };
    }

    private BallotsViewModel ballots() {
        return new BallotsViewModel(workplace, environment.polls().apply(session));
    }

    private List<HelpView.Line> keys() {
        List<HelpView.Line> lines = new ArrayList<>();
        for (Shortcut shortcut : Shortcut.values()) {
            lines.add(new HelpView.Line(shortcut.keys().getDisplayText(), texts.of(shortcut)));
        }
        lines.add(new HelpView.Line("Tab", texts.get(HelpText.TAB)));
        lines.add(new HelpView.Line("Enter", texts.get(HelpText.ENTER)));
        lines.add(new HelpView.Line("F2", texts.get(HelpText.EDIT)));
        lines.add(new HelpView.Line("Esc", texts.get(HelpText.ESCAPE)));
        return lines;
    }
}
