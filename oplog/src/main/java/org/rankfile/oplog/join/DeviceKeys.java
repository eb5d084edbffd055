// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.join;

import org.rankfile.crypto.Hash;
import org.rankfile.crypto.Label;
import org.rankfile.crypto.PreKeyPublic;
import org.rankfile.crypto.Signature;
import org.rankfile.crypto.VerifyKey;
import org.rankfile.net.PeerId;
import org.rankfile.oplog.codec.DeviceLabels;

/// A device's public keys with two signatures over all three of them, one by the signing key and
/// one by the peer key (JOIN-9): proofs of possession that a certificate can carry to everyone. A
/// prekey cannot sign; the inviter checks its possession with a challenge (JOIN-11).
///
/// @param signing the device's signing key
/// @param prekey its prekey
/// @param peer its peer id
/// @param bySigning by `signing`
/// @param byPeer by the key of `peer`
public record DeviceKeys(
        VerifyKey signing,
        PreKeyPublic prekey,
        PeerId peer,
        Signature bySigning,
        Signature byPeer) {

    private static final Label ID = new Label("rankfile/device-keys-id/1");

    static DeviceKeys of(Device device) {
        VerifyKey signing = device.signing().verifyKey();
        PreKeyPublic prekey = device.prekey().publicKey();
        PeerId peer = PeerId.of(device.peer().verifyKey());
        byte[][] statement = {signing.bytes(), prekey.bytes(), peer.bytes()};
        return new DeviceKeys(
                signing,
                prekey,
                peer,
                device.signing().sign(DeviceLabels.KEYS, statement),
                device.peer().sign(DeviceLabels.KEYS, statement));
    }

    /// Do both signatures hold?
    public boolean areProven() {
        byte[][] statement = {signing.bytes(), prekey.bytes(), peer.bytes()};
        return signing.verify(DeviceLabels.KEYS, bySigning, statement)
                && peer.key().verify(DeviceLabels.KEYS, byPeer, statement);
    }

    /// Names the three keys together.
    public Hash id() {
        return Hash.sha256(ID, signing.bytes(), prekey.bytes(), peer.bytes());
    }
}
