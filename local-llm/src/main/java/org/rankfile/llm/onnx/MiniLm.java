// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.llm.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;

import org.rankfile.llm.extract.Limits;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.Map;

/// The sentence encoder all-MiniLM-L6-v2, quantised: a sentence in, a unit vector out.
///
/// Safe from any thread. One sentence at a time on one core: the quantisation is dynamic, so that
/// in a batch a sentence's vector would depend on its neighbours.
public final class MiniLm implements AutoCloseable {
    /// Numbers of a vector.
    public static final int DIMENSIONS = 384;

    /// The model's name and revision.
    public static final String NAME = "all-MiniLM-L6-v2-q";

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final WordPiece wordPiece;

    private MiniLm(OrtEnvironment environment, OrtSession session, WordPiece wordPiece) {
        this.environment = environment;
        this.session = session;
        this.wordPiece = wordPiece;
    }

    /// The SHA-256 that the weights have, in lower-case hex.
    public static String sha256() {
        return ModelFile.WEIGHTS.sha256();
    }

    /// Loads the model from the class path, if its files are the pinned ones.
    public static MiniLm load() throws ModelException {
        ClassLoader from = MiniLm.class.getClassLoader();
        WordPiece wordPiece;
        try {
            wordPiece = new WordPiece(Vocabulary.parse(ModelFile.TOKENIZER.read(from)));
        } catch (IOException e) {
            throw new ModelException(ModelException.Fault.DAMAGED, e);
        }
        ByteBuffer weights = ModelFile.WEIGHTS.read(from);
        OrtEnvironment environment = NativeRuntime.environment();
        try (var options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            // Sentences differ in length: an arena and planned patterns would only grow.
            options.setMemoryPatternOptimization(false);
            options.setCPUArenaAllocator(false);
            return new MiniLm(environment, environment.createSession(weights, options), wordPiece);
        } catch (OrtException e) {
            throw new ModelException(ModelException.Fault.INFERENCE, e);
        }
    }

    /// The sentence's vector: the mean over its word pieces, scaled to length 1. Pieces beyond
    /// [Limits#SENTENCE_TOKENS] are not read.
    public float[] embed(String sentence) throws ModelException {
        long[] ids = wordPiece.encode(sentence, Limits.SENTENCE_TOKENS);
        var ones = new long[ids.length];
        Arrays.fill(ones, 1);
        long[] shape = {1, ids.length};
        try (OnnxTensor input = tensor(ids, shape);
                OnnxTensor mask = tensor(ones, shape);
                OnnxTensor types = tensor(new long[ids.length], shape);
                OrtSession.Result result =
                        session.run(
                                Map.of(
                                        "input_ids", input,
                                        "attention_mask", mask,
                                        "token_type_ids", types))) {
            // The result owns its tensors: closing one by hand would log a warning.
            var states = (OnnxTensor) result.get(0);
            return unit(mean(states.getFloatBuffer(), ids.length));
        } catch (OrtException e) {
            throw new ModelException(ModelException.Fault.INFERENCE, e);
        }
    }

    private OnnxTensor tensor(long[] values, long[] shape) throws OrtException {
        return OnnxTensor.createTensor(environment, LongBuffer.wrap(values), shape);
    }

    /// Nothing is padded in a batch of one, so the mask of the masked mean is all ones.
    private static double[] mean(FloatBuffer states, int tokens) {
        var sum = new double[DIMENSIONS];
        for (int t = 0; t < tokens; t++) {
            for (int d = 0; d < DIMENSIONS; d++) {
                sum[d] += states.get(t * DIMENSIONS + d);
            }
        }
        return sum;
    }

    private static float[] unit(double[] vector) throws ModelException {
        double norm = Math.sqrt(Arrays.stream(vector).map(x -> x * x).sum());
        if (!(norm > 0) || Double.isInfinite(norm)) {
            throw new ModelException(ModelException.Fault.INFERENCE, null);
        }
        var unit = new float[vector.length];
        for (int d = 0; d < unit.length; d++) {
            unit[d] = (float) (vector[d] / norm);
        }
        return unit;
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("the runtime does not let go of the model", e);
        }
    }
}
