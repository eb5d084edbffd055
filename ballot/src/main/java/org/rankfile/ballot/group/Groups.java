// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.group;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/// The groups of Belenios that this program knows.
public final class Groups {
    /// The one that elections are made in: a modulus of 2048 bits, an order of 256 (specification
    /// of Belenios 1, "Default groups").
    public static final Group BELENIOS_2048 =
            new Group(
                    "BELENIOS-2048",
                    new BigInteger(
                            "2069478569142254640101364365750500806492298929575110409710088478"
                                + "7057374219242717401922237254497684338129066633138078958404960054"
                                + "3896362897963930387739057228036059737494276713767776188985898727"
                                + "3586504908116709931053586778098003079049165406377717376419867852"
                                + "7273474476341835600035698305193144284561701911000786737307333564"
                                + "1239717328979132404745788344682606523279746479511376726586935821"
                                + "8004631792207366886005262718636338608879688212076943236614949100"
                                + "2923444346373222145884100586421050242120365433561201320481118852"
                                + "4087310770141516662001623131771693721892480785077118278423174980"
                                + "73276598828825169183103125680162072880719"),
                    new BigInteger(
                            "7857173325107188507992765981267145012182142125840879461151008191"
                                    + "9805623223441"),
                    new BigInteger(
                            "2402352677501852209227687703532399932712287657378364916510075318"
                                + "7876632741463532193202856761552696787996946682987493890950838965"
                                + "7342560190060106847716449173547413728310461045868131451178164675"
                                + "5400527402889846139864532661215055797097162016168270312886432456"
                                + "6638348636357821061549184199825343151897406581868686511513585764"
                                + "1013888221539601604322884360393098933366277284840659313840601023"
                                + "1675095763777982665103606822406635076697764025346253773085133173"
                                + "4951942489677540525736590494924776314759915751987751777114814909"
                                + "2045660020547812705472823814097251863985833411570056835369555342"
                                + "3781475582491896050296680037745308460627"));

    private static final BigInteger MODP_14 =
            new BigInteger(
                    "FFFFFFFFFFFFFFFFC90FDAA22168C234C4C6628B80DC1CD129024E088A67CC74"
                            + "020BBEA63B139B22514A08798E3404DDEF9519B3CD3A431B302B0A6DF25F1437"
                            + "4FE1356D6D51C245E485B576625E7EC6F44C42E9A637ED6B0BFF5CB6F406B7ED"
                            + "EE386BFB5A899FA5AE9F24117C4B1FE649286651ECE45B3DC2007CB8A163BF05"
                            + "98DA48361C55D39A69163FA8FD24CF5F83655D23DCA3AD961C62F356208552BB"
                            + "9ED529077096966D670C354E4ABC9804F1746C08CA18217C32905E462E36CE3B"
                            + "E39E772C180E86039B2783A2EC07A28FB5C55DF06F4C52C9DE2BCBF695581718"
                            + "3995497CEA956AE515D2261898FA051015728E5A8AACAA68FFFFFFFFFFFFFFFF",
                    16);

    /// For reading: the modulus of 2048 bits of RFC 3526, section 3, whose exponents have 2047
    /// bits.
    public static final Group RFC_3526_2048 =
            new Group(
                    "RFC-3526-2048",
                    MODP_14,
                    MODP_14.subtract(BigInteger.ONE).shiftRight(1),
                    BigInteger.TWO);

    private static final List<Group> ALL = List.of(BELENIOS_2048, RFC_3526_2048);

    private Groups() {}

    /// The group that an election names; empty for one that is not known.
    public static Optional<Group> named(String name) {
        return ALL.stream().filter(group -> group.name().equals(name)).findFirst();
    }
}
