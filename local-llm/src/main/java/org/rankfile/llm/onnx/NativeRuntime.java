// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.llm.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The process's one ONNX Runtime, loaded without leaving files behind.
///
/// The runtime's own loader unpacks its libraries into a temporary directory that stays. Here the
/// same libraries are unpacked, loaded and deleted at once (where the system cannot delete a loaded
/// library, when the process ends). A directory given by `onnxruntime.native.path` is used as it
/// is.
final class NativeRuntime {
    private static final String PATH_PROPERTY = "onnxruntime.native.path";
    private static @Nullable OrtEnvironment environment;

    private NativeRuntime() {}

    static synchronized OrtEnvironment environment() throws ModelException {
        OrtEnvironment loaded = environment;
        if (loaded == null) {
            loaded = load();
            environment = loaded;
        }
        return loaded;
    }

    private static OrtEnvironment load() throws ModelException {
        try {
            if (System.getProperty(PATH_PROPERTY) != null) {
                return start();
            }
            return loadFromTemporaryDirectory();
        } catch (IOException | OrtException | LinkageError | IllegalStateException e) {
            throw new ModelException(ModelException.Fault.NO_RUNTIME, e);
        }
    }

    private static OrtEnvironment loadFromTemporaryDirectory() throws IOException, OrtException {
        Path directory = Files.createTempDirectory(temporaryPrefix());
        List<Path> unpacked = new ArrayList<>();
        try {
            for (String name : List.of("onnxruntime", "onnxruntime4j_jni")) {
                unpacked.add(unpack(System.mapLibraryName(name), directory));
            }
            System.setProperty(PATH_PROPERTY, directory.toString());
            return start();
        } finally {
            System.clearProperty(PATH_PROPERTY);
            unpacked.forEach(NativeRuntime::delete);
            delete(directory);
        }
    }

    /// Names the process, so that what one leaves behind can be told from what another uses.
    static String temporaryPrefix() {
        return "rankfile-onnx-" + ProcessHandle.current().pid() + "-";
    }

    private static OrtEnvironment start() throws OrtException {
        OrtEnvironment started =
                OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL, "rankfile");
        started.setTelemetry(false);
        return started;
    }

    private static Path unpack(String library, Path directory) throws IOException {
        String resource = "ai/onnxruntime/native/" + platform() + "/" + library;
        Path to = directory.resolve(library);
        try (InputStream in = OrtEnvironment.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException("no native library for this system");
            }
            Files.copy(in, to);
        }
        return to;
    }

    /// The directory names of the runtime's jar.
    private static String platform() {
        String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String arch = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        String system = os.startsWith("mac") ? "osx" : os.startsWith("win") ? "win" : "linux";
        return system + (arch.equals("aarch64") || arch.equals("arm64") ? "-aarch64" : "-x64");
    }

    private static void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            // Windows holds a loaded library; the directory is registered last, so it goes last.
            path.toFile().deleteOnExit();
        }
    }
}
