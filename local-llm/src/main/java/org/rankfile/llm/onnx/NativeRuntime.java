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
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// The process's one ONNX Runtime, loaded without leaving files behind.
///
/// The runtime's own loader unpacks its libraries into a temporary directory that stays. Here the
/// same libraries are unpacked, loaded and deleted at once (where the system cannot delete a loaded
/// library, when the process ends). A directory given by `onnxruntime.native.path` is used as it
/// is.
final class NativeRuntime {
    private static final String PATH_PROPERTY = "onnxruntime.native.path";

    /// Reserved, not used: enough for the longest command line that systems take.
    private static final long START_STACK_BYTES = 256L << 20;

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

    /// Starts the runtime on a thread with a deep stack: on its way it matches the process's whole
    /// command line against a pattern, recursively, and a class path of four thousand characters
    /// overflows a usual stack and kills the process.
    private static OrtEnvironment start() throws OrtException {
        FutureTask<OrtEnvironment> starting = new FutureTask<>(NativeRuntime::started);
        Thread.ofPlatform().name("onnx-start").stackSize(START_STACK_BYTES).start(starting);
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return starting.get();
                } catch (InterruptedException e) {
                    // The libraries must not be deleted while they load: it is told afterwards.
                    interrupted = true;
                } catch (ExecutionException e) {
                    throw failure(Objects.requireNonNull(e.getCause()));
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static OrtEnvironment started() throws OrtException {
        OrtEnvironment started =
                OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL, "rankfile");
        started.setTelemetry(false);
        return started;
    }

    private static OrtException failure(Throwable cause) {
        return switch (cause) {
            case OrtException expected -> expected;
            case Error error -> throw error;
            case RuntimeException bug -> throw bug;
            default -> throw new IllegalStateException(cause);
        };
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
