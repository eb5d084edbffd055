// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.rankfile.crypto.Label;
import org.rankfile.crypto.Signature;
import org.rankfile.crypto.Signer;
import org.rankfile.crypto.VerifyKey;
import org.rankfile.oplog.codec.DeviceLabels;
import org.rankfile.store.StoreException;
import org.rankfile.testkit.ManualTime;
import org.rankfile.testkit.SeededRandom;

/// OP-27: the device's key signs statements of the layer above, and none of the log's.
class StatementSignerTest {
    private static final Label ENROLMENT = new Label("rankfile/enrolment/1");

    private final SeededRandom random = new SeededRandom(41);
    private final byte[] statement = "I vote with this".getBytes(UTF_8);

    @Test
    void aStatementIsTheDevicesUnderItsLabelOnly() throws StoreException {
        Laptop ana = Laptop.founder(random, ManualTime.atTestMorning());
        Signature signature = ana.replica().signer().sign(ENROLMENT, statement);
        byte[] device = ana.replica().status().device().hash().bytes();
        VerifyKey key = VerifyKey.of(device).orElseThrow();
        assertThat(key.verify(ENROLMENT, signature, statement)).isTrue();
        assertThat(key.verify(new Label("rankfile/roll/1"), signature, statement)).isFalse();
    }

    @Test
    void aReplicaWithANetworkSignsWithTheSameKey() throws StoreException {
        Laptop ana = Laptop.founder(random, ManualTime.atTestMorning());
        Signer signer = new MeshReplica(ana.replica()).signer();
        assertThat(signer.sign(ENROLMENT, statement))
                .isEqualTo(ana.replica().signer().sign(ENROLMENT, statement));
    }

    @Test
    void nothingThatTheLogSignsIsSignedForOthers() throws StoreException {
        Signer signer = Laptop.founder(random, ManualTime.atTestMorning()).replica().signer();
        for (Label own : new Label[] {DeviceLabels.OP, DeviceLabels.KEYS}) {
            refused(signer, own);
        }
        refused(signer, new Label("rankfile/op-sig/2"));
        refused(signer, new Label("rankfile/op/1"));
        refused(signer, new Label("rankfile/device-keys-id/1"));
        refused(signer, new Label("rankfile/join-proof/1"));
        refused(signer, new Label("rankfile/introduction/1"));
        refused(signer, new Label("rankfile/invitation-proof/1"));
    }

    private void refused(Signer signer, Label label) {
        assertThatIllegalArgumentException().isThrownBy(() -> signer.sign(label, statement));
    }
}
