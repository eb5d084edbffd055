// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.llm.extract;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Words and phrases that point to a role. Written from general knowledge of grievances; a cue
/// alone proves nothing, it has to agree with the meaning.
final class CueWords {
    private static final String NUMBER =
            "(?:\\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fourteen|fifteen"
                    + "|twenty|thirty|sixty|ninety)";
    private static final String DAY = "(?:mon|tues|wednes|thurs|fri|satur|sun)day";
    private static final String MONTH =
            "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
                    + "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";

    private static final String DATE =
            "(?:"
                    + DAY
                    + "|the \\d{1,2}(?:st|nd|rd|th)|"
                    + MONTH
                    + " \\d{1,2}(?:st|nd|rd|th)?|\\d{1,2}(?:st|nd|rd|th)?(?: of)? "
                    + MONTH
                    + ")";

    /// A sentence with a word for what has to be done, up to where the next part may start.
    private static final String TO_BE_DONE =
            "^(?=.*\\b(?:fil(?:e[ds]?|ing)|submit\\w*|present(?:ed)?|lodged?|appeal\\w*|answer\\w*"
                    + "|respon\\w+|repl(?:y|ies|ied)|contact|hand(?:ed)? (?:it )?in|put (?:it |the"
                    + " grievance )?in|in writing|be in|send|sent|objections?|griev\\w+|step|stage"
                    + "|deadline|due|waived?|lose it|claim|tribunal|hearing|received|window)\\b)"
                    + ".*\\b";

    private static final Map<BriefRole, List<Pattern>> CUES = new EnumMap<>(BriefRole.class);

    static {
        put(
                BriefRole.ISSUE,
                "this (?:\\w+ )?(?:is|concerns|grievance)\\b.*\\b(?:about|for|concerns)",
                "(?:griev(?:e[sd]?|ing|ances?)|complain(?:t|ing)?|challeng(?:e|ing)"
                        + "|contest(?:ing)?|disput(?:e|ing)|appeal(?:ing)?)",
                "(?:i|we) (?:want|wish|would like|need) (?:to|the union)",
                "(?:violat\\w+|unfair(?:ly)?|without (?:just )?cause|for no reason|wrongly"
                        + "|refus\\w+ to pay|passed over|not true)",
                "(?:look at (?:it|my case)|take (?:this|it) up|my case|the issue is|being"
                        + " treated)");
        put(
                BriefRole.REMEDY,
                "(?:remed(?:y|ies)|(?:be|made?) (?:\\w+ )?whole|reinstat\\w+|rescind\\w*"
                        + "|retroactive\\w*|back ?pay|apolog\\w+)",
                "what (?:i|we)(?:'d)? (?:want|am asking|are asking|would like|ask)",
                "(?:i|we|union|he|she|they)(?:[’']d| would| am| are|[’']m)? (?:only |just |all"
                        + " |also )*(?:want(?:s|ed)?|ask(?:s|ing)?|like|expect|request(?:s|ing)?"
                        + "|seek(?:s|ing)?|demand)\\b.*\\b(?:paid?|pay|back|remov\\w+|stop"
                        + "|restor\\w+|return\\w*|correct\\w*|withdrawn?|chang\\w+|cancel\\w*"
                        + "|fix\\w*|put|mov\\w+|writing|hours|leave|position|job|record|file"
                        + "|treated|investigat\\w+|made)",
                "(?:taken (?:back|off|out)|paid for the|removed from|out of my file"
                        + "|clean (?:file|record)|put (?:it )?back|repost\\w*|fair outcome)",
                "(?:they|management|the company|he|she) (?:should|must|need to|has to|have to)"
                        + " (?:\\w+ )?(?:pay|give|put|stop|cancel|return|fix|be|move)",
                "^(?:please )?(?:get|pay|make|give|put|move|cancel|return) (?:me|us|my|them|it)");
        put(
                BriefRole.INCIDENT,
                "(?:on|at|since|around|about|by) (?:" + DAY + "|" + MONTH + "|the \\d\\w*|\\d\\w*)",
                "(?:"
                        + DAY
                        + "|"
                        + MONTH
                        + " \\d\\w*|\\d{1,2}(?:st|nd|rd|th)?(?: of)? "
                        + MONTH
                        + ")",
                "(?:told|gave|took|sent|called|came|went|put|cut|moved|changed|denied|refused"
                        + "|posted|handed|wrote|fired|suspended|shouted|grabbed|hit|docked"
                        + "|skipped|deducted|worked|started|stopped)",
                "(?:then|when|after|while|suddenly)");
        put(
                BriefRole.CONTRACT,
                "(?:art(?:icle|\\.)?|sec(?:tion|\\.)?|clause|para(?:graph|\\.)?|appendix"
                        + "|side letter|rule|policy)\\s*\\(?(?:\\d[\\w.]*|(?-i:[IVXL]{2,}|[VX]))",
                "(?:contract|(?:collective |bargaining )?agreement|handbook|polic(?:y|ies)"
                        + "|rule ?book|regulations?|clause|\\w+ act|cba|mou|past practice|the law"
                        + "|leave law|statut\\w+|terms)\\b.{0,60}\\b(?:say|says|states?"
                        + "|require[sd]?|guarantee[sd]?|gives?|protects?|bars?|forbids?|allows?"
                        + "|provides?|must|needs?|means|is|entitles?|prohibits?|counts)",
                "(?:according to|under|against|contrary to|breach of) (?:the |our |section"
                        + "|article|policy)\\b.{0,40}\\b(?:contract|agreement|handbook|act"
                        + "|polic\\w+|rules?|law|letter|section|regulations?|article)");
        put(
                BriefRole.DEADLINE,
                "(?:deadline|time ?limit|cut-?off|due (?:date|by|on|in)|last day|no later than"
                        + "|window (?:closes|ends)|runs? out|expires?|too late|timely)",
                "within (?:the )?(?:first |next )?"
                        + NUMBER
                        + "\\b.{0,20}\\b(?:days?|weeks?|months?)",
                NUMBER + " (?:\\(\\d+\\) )?(?:working|calendar|business) days?",
                TO_BE_DONE
                        + "(?:has|have|had|gives?|says?|got|gets?|is|are|it[’']?s|than|takes?)"
                        + "\\b.{0,25}\\b"
                        + NUMBER
                        + " (?:days?|weeks?|months?)",
                TO_BE_DONE
                        + NUMBER
                        + " (?:days?|weeks?|months?) (?:to|from|after|minus|less|and that|of)",
                TO_BE_DONE
                        + "(?:by|before|until|till|on or before|that would be|so that[’']?s|that is"
                        + "|that[’']?s|ends? on|closes?)(?: \\w+){0,2} (?:"
                        + DATE
                        + "|end of|next week|tomorrow)");
        put(
                BriefRole.PRIOR_STEPS,
                "(?:i|we|steward|rep|union|she|he)\\b.{0,25}\\b(?:asked|told|spoke|talked|raised"
                        + "|complained|e-?mailed|wrote|called|rang|phoned|reported|filed|met"
                        + "|appealed|brought it up|put it in writing|contacted|texted|showed"
                        + "|went to)\\b.{0,60}\\b(?:supervisor|manager|management|fore(?:wo)?man"
                        + "|boss|hr|human resources|office|director|steward|payroll|lead"
                        + "|committee|company|superintendent|coordinator|deputy|chief|meeting"
                        + "|him|her|them|why)",
                "(?:he|she|they|who|hr|management|supervisor|manager|company|it) (?:\\w+ )?(?:said"
                        + "|says|told|answered|replied|goes|refused|promised|denied|upheld"
                        + "|laughed|would|is not|did not answer)",
                "(?:step|stage) (?:[1-4]|one|two|three|four)",
                "(?:no (?:reply|answer|response)|heard nothing|get back to me|look into it"
                        + "|quiet word|denied|turned (?:me )?down"
                        + "|already (?:filed|appealed|raised|asked))");
        put(
                BriefRole.EVIDENCE,
                "(?:photo\\w*|pictures?|screen ?shots?|recordings?|recorded|video|camera|cctv"
                        + "|footage|texts?|messages?|e-?mails?|whatsapp|voicemail|memo"
                        + "|pay ?(?:slips?|stubs?)|stubs?|time ?cards?|receipts?|invoices?|logs?"
                        + "|records?|notes?|notebook|diary|list|sheet|letter|documents?"
                        + "|cop(?:y|ies)|packet|badge|doctor's)",
                "(?:witness\\w*|heard (?:it|him|her|what|the|\\w+[’']s)|saw"
                        + " (?:it|me|us|him|her|them|all|everything|what|how|the)|standing (?:right"
                        + " )?there|(?:was|were) (?:\\w+ )?(?:there|present)|will"
                        + " (?:sign|speak|tell|confirm|testify)|(?:she|he|they)[’']d sign|would"
                        + " sign|statement|sign something|willing to|backs? (?:me|this) up)",
                "(?:i have|i[’']ve got|i kept|i took|i attach|i saved|attached|i wrote down"
                        + "|will show|it[’']ll show|shows?|proof|prove)");
    }

    /// Names of laws, which only capitals tell.
    private static final Pattern NAMED_LAW =
            Pattern.compile("\\b[A-Z]\\w+ (?:[A-Z]\\w+ )*(?:Act|Regulations|Code|Law)\\b");

    private CueWords() {}

    private static void put(BriefRole role, String... cues) {
        CUES.put(
                role,
                List.of(cues).stream()
                        .map(cue -> cue.startsWith("^") ? cue + "\\b" : "\\b" + cue + "(?!\\w)")
                        .map(cue -> Pattern.compile(cue, Pattern.CASE_INSENSITIVE))
                        .toList());
    }

    /// How many different cues of the role the sentence has.
    static int count(BriefRole role, String sentence) {
        int found = 0;
        for (Pattern cue : CUES.getOrDefault(role, List.of())) {
            found += cue.matcher(sentence).find() ? 1 : 0;
        }
        boolean law = role == BriefRole.CONTRACT && NAMED_LAW.matcher(sentence).find();
        return law ? found + 1 : found;
    }
}
