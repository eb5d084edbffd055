// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.net;

import org.rankfile.net.transport.NettyMesh;

/// Makes meshes.
public final class Meshes {
    private Meshes() {}

    /// Opens a mesh that neither listens nor dials yet. The caller closes it. Identify and ping are
    /// served by the mesh itself: identify to strangers too, the rest to members.
    public static Mesh open(MeshConfig config, Gate gate) {
        return NettyMesh.open(config, gate);
    }
}
