// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.net;

import java.util.Optional;

/// IP addresses as text, without ever asking a name server: IPv4 in four plain decimals, IPv6 as in
/// RFC 4291, written as RFC 5952 recommends (without the dotted form). Zones are refused.
final class IpText {
    private IpText() {}

    static Optional<byte[]> parse4(String text) {
        String[] parts = text.split("\\.", -1);
        byte[] bytes = new byte[4];
        if (parts.length != 4) {
            return Optional.empty();
        }
        for (int i = 0; i < 4; i++) {
            if (!parts[i].matches("0|[1-9][0-9]{0,2}") || Integer.parseInt(parts[i]) > 255) {
                return Optional.empty();
            }
            bytes[i] = (byte) Integer.parseInt(parts[i]);
        }
        return Optional.of(bytes);
    }

    static String format4(byte[] ip) {
        return (ip[0] & 0xff) + "." + (ip[1] & 0xff) + "." + (ip[2] & 0xff) + "." + (ip[3] & 0xff);
    }

    static Optional<byte[]> parse6(String text) {
        if (text.length() > 39 || !text.matches("[0-9A-Fa-f:]*")) {
            return Optional.empty();
        }
        int gap = text.indexOf("::");
        if (gap < 0) {
            byte[] all = new byte[16];
            return fill(text, all, 0) == 16 ? Optional.of(all) : Optional.empty();
        }
        byte[] head = new byte[16];
        byte[] tail = new byte[16];
        int before = fill(text.substring(0, gap), head, 0);
        int after = fill(text.substring(gap + 2), tail, 0);
        if (before < 0 || after < 0 || before + after > 14) {
            return Optional.empty();
        }
        System.arraycopy(tail, 0, head, 16 - after, after);
        return Optional.of(head);
    }

    /// Writes groups; returns the end, or -1 if they are malformed.
    private static int fill(String groups, byte[] into, int from) {
        int at = from;
        if (groups.isEmpty()) {
            return at;
        }
        for (String group : groups.split(":", -1)) {
            if (group.isEmpty() || group.length() > 4 || at == 16) {
                return -1;
            }
            int value = Integer.parseInt(group, 16);
            into[at++] = (byte) (value >> 8);
            into[at++] = (byte) value;
        }
        return at;
    }

    static String format6(byte[] ip) {
        int best = -1;
        int bestLength = 1;
        for (int i = 0; i < 8; i++) {
            int length = 0;
            while (i + length < 8 && group(ip, i + length) == 0) {
                length++;
            }
            if (length > bestLength) {
                best = i;
                bestLength = length;
            }
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            if (i == best) {
                text.append("::");
                i += bestLength - 1;
                continue;
            }
            if (!text.isEmpty() && text.charAt(text.length() - 1) != ':') {
                text.append(':');
            }
            text.append(Integer.toHexString(group(ip, i)));
        }
        return text.toString();
    }

    private static int group(byte[] ip, int index) {
        return ((ip[2 * index] & 0xff) << 8) | (ip[2 * index + 1] & 0xff);
    }
}
