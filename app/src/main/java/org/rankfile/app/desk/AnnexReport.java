// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.desk;

import com.fasterxml.jackson.databind.node.ObjectNode;

import org.rankfile.ballot.Malformed;
import org.rankfile.ballot.annex.AnnexVerdict;
import org.rankfile.ballot.annex.ConvenorSign;
import org.rankfile.ballot.verify.Summary;
import org.rankfile.domain.vote.ResultFigures;
import org.rankfile.domain.vote.rule.Figures;
import org.rankfile.domain.vote.rule.Judgement;
import org.rankfile.domain.vote.rule.Judgement.Judged;
import org.rankfile.domain.vote.rule.Roll;
import org.rankfile.domain.vote.rule.RuleSet;
import org.rankfile.domain.vote.rule.RulesRefused;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;

/// What was found about an archive that holds together with its annex, as JSON. Who could vote,
/// what was closed, whether the convenor stands by it and what the rules say are verdicts apart.
public final class AnnexReport {
    private static final String OK = "ok";
    private static final String FAILED = "failed";

    private AnnexReport() {}

    /// Done only where archive, eligibility and closing hold and the rules could be applied;
    /// whether they pass is the voters' business and not a failure.
    public static Answer of(Summary summary, String rules, AnnexVerdict annex) {
        ObjectNode json = Json.object();
        String decision = decision(summary, rules, annex);
        json.putObject("verdicts")
                .put("archive", OK)
                .put("eligibility", annex.eligibility().isEmpty() ? OK : FAILED)
                .put("closing", annex.closing().isEmpty() ? OK : FAILED)
                .put("convenor", convenor(annex.convenor()))
                .put("rules", decision);
        ArchiveReport.tell(json, summary);
        json.put("entitled", annex.entitled()).put("enrolled", annex.enrolled());
        json.put("late", annex.late());
        annex.eligibility().ifPresent(flaw -> json.put("eligibilityFlaw", flaw));
        annex.closing().ifPresent(flaw -> json.put("closingFlaw", flaw));
        Optional<String> flaw = annex.eligibility().or(annex::closing);
        if (flaw.isEmpty() && annex.convenor() == ConvenorSign.WRONG) {
            return new Answer.Refused(
                    "convenor_failed", "ANNEX: convenor: not signed by the convenor.", json);
        }
        if (flaw.isPresent()) {
            return new Answer.Refused("annex_failed", "ANNEX: " + flaw.get() + ".", json);
        }
        return decision.equals(FAILED)
                ? new Answer.Refused(
                        "rules_failed", "RULES: they cannot be applied to this result.", json)
                : new Answer.Done(json);
    }

    private static String convenor(ConvenorSign sign) {
        return switch (sign) {
            case SIGNED -> OK;
            case UNSIGNED -> "unsigned";
            case WRONG -> FAILED;
        };
    }

    /// The archive holds, and the annex is none.
    public static Answer refused(Summary summary, Malformed wrong) {
        ObjectNode json = Json.object();
        json.putObject("verdicts")
                .put("archive", OK)
                .put("eligibility", FAILED)
                .put("closing", FAILED)
                .put("convenor", FAILED)
                .put("rules", FAILED);
        ArchiveReport.tell(json, summary);
        json.put("place", wrong.place()).put("reason", wrong.reason());
        return new Answer.Refused(
                "annex_malformed", "ANNEX: it cannot be read: " + wrong.getMessage() + ".", json);
    }

    /// PASS, FAIL or DISPUTED; `failed` where the rules cannot be applied.
    private static String decision(Summary summary, String rules, AnnexVerdict annex) {
        try {
            RuleSet read = RuleSet.read(rules.getBytes(StandardCharsets.UTF_8));
            Judgement judgement = Judgement.of(read, figures(summary, annex));
            if (!(judgement instanceof Judged judged)) {
                return FAILED;
            }
            boolean disputed =
                    judged.verdict().margin().isWithin(annex.late(), annex.lateRevotes());
            return disputed ? "DISPUTED" : judged.verdict().decision().name();
        } catch (RulesRefused notRules) {
            return FAILED;
        }
    }

    private static Figures figures(Summary summary, AnnexVerdict annex) {
        Roll roll =
                new Roll(
                        summary.election().terms().name(),
                        annex.entitled(),
                        annex.enrolled(),
                        OptionalLong.empty(),
                        summary.counted());
        return ResultFigures.of(
                roll, summary.election().questions(), summary.result().orElseThrow());
    }
}
