// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.rankfile.app.desk.Answer;
import org.rankfile.app.desk.DeskClient;
import org.rankfile.app.desk.Request;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/// The power goes while a peer writes: what it had acknowledged must be there when it starts again.
final class SuddenEnd {
    /// Workers that are changed; the first are left to [Apart].
    private static final int FIRST_WORKER = 6;

    private static final int LAG_MICROS = 4000;

    private final PeerProcess victim;
    private final List<String> texts;
    private final int acknowledgedBefore;
    private final Duration lag;
    private final Map<Integer, String> acknowledged = new ConcurrentSkipListMap<>();
    private final CountDownLatch enough;

    /// @param random decides who is killed and when
    /// @param texts one for each write, at least
    SuddenEnd(Local local, RandomGenerator random, List<String> texts, int members) {
        List<PeerProcess> committee = local.committee();
        victim = committee.get(random.nextInt(committee.size()));
        this.texts = texts.subList(0, Math.min(texts.size(), members - FIRST_WORKER));
        acknowledgedBefore = 2 + random.nextInt(this.texts.size() / 2);
        lag = Duration.ofNanos(1000L * random.nextInt(LAG_MICROS));
        enough = new CountDownLatch(acknowledgedBefore);
    }

    /// Who is killed.
    PeerProcess victim() {
        return victim;
    }

    /// How many writes were acknowledged.
    int acknowledged() {
        return acknowledged.size();
    }

    /// Lets the victim write, and kills it in the middle of that.
    void happen(Patience patience) throws DemoFailed {
        try (DeskClient client =
                victim.client().orElseThrow(() -> new DemoFailed(victim.name() + " has ended"))) {
            patience.together(List.of(() -> write(client), () -> killLater(patience)));
        } catch (IOException e) {
            throw new DemoFailed("the home's socket failed", e);
        }
        DemoFailed.unless(
                acknowledged.size() >= acknowledgedBefore && acknowledged.size() < texts.size(),
                victim.name() + " was not killed in the middle of its writes");
    }

    private Void write(DeskClient client) throws DemoFailed {
        for (int i = 0; i < texts.size(); i++) {
            Request request = Records.setWorker(FIRST_WORKER + i, "last_name", texts.get(i));
            try {
                if (!(client.ask(request) instanceof Answer.Done)) {
                    throw new DemoFailed(victim.name() + " refused a write");
                }
            } catch (IOException killed) {
                // This write was under way: whether it was done, nobody was told.
                return null;
            }
            acknowledged.put(FIRST_WORKER + i, texts.get(i));
            enough.countDown();
        }
        return null;
    }

    private Void killLater(Patience patience) throws DemoFailed {
        try {
            DemoFailed.unless(
                    enough.await(Patience.LONGEST.toSeconds(), TimeUnit.SECONDS),
                    victim.name() + " does not get on with its writes");
        } catch (InterruptedException e) {
            throw Patience.interrupted(e);
        }
        patience.pause(lag);
        victim.kill();
        return null;
    }

    /// How many acknowledged writes are missing on the reopened peer, whose log must be whole.
    int lost() throws DemoFailed {
        ObjectNode verified = victim.ask(Request.of("verify"));
        DemoFailed.unless(
                verified.path("ok").asBoolean(),
                victim.name() + "'s log is damaged: " + verified.path("problems"));
        Map<String, JsonNode> workers = Records.workers(victim);
        int lost = 0;
        for (Map.Entry<Integer, String> each : acknowledged.entrySet()) {
            JsonNode worker = workers.get(Records.worker(each.getKey()));
            if (worker == null || !worker.path("last_name").asText().equals(each.getValue())) {
                lost++;
            }
        }
        return lost;
    }
}
