// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/// Methods of at most 60 lines and five parameters, counted by the compiler's own parser.
class MethodLengthTest {
    private static final int METHOD_LINES = 60;
    private static final int PARAMETERS = 5;

    @Test
    void methodsAreShortAndTakeFewParameters() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> offenders = new ArrayList<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task =
                    (JavacTask)
                            compiler.getTask(
                                    null,
                                    files,
                                    null,
                                    List.of(),
                                    null,
                                    files.getJavaFileObjectsFromPaths(Sources.mainJava()));
            Trees trees = Trees.instance(task);
            for (CompilationUnitTree unit : task.parse()) {
                new Methods(unit, trees, offenders).scan(unit, null);
            }
        }
        assertThat(offenders).isEmpty();
    }

    private static final class Methods extends TreeScanner<@Nullable Void, @Nullable Void> {
        private final CompilationUnitTree unit;
        private final Trees trees;
        private final List<String> offenders;
        private boolean inRecord;

        Methods(CompilationUnitTree unit, Trees trees, List<String> offenders) {
            this.unit = unit;
            this.trees = trees;
            this.offenders = offenders;
        }

        @Override
        public @Nullable Void visitClass(ClassTree node, @Nullable Void unused) {
            boolean outer = inRecord;
            inRecord = node.getKind() == Tree.Kind.RECORD;
            super.visitClass(node, null);
            inRecord = outer;
            return null;
        }

        @Override
        public @Nullable Void visitMethod(MethodTree node, @Nullable Void unused) {
            LineMap lines = unit.getLineMap();
            long start = trees.getSourcePositions().getStartPosition(unit, node);
            long end = trees.getSourcePositions().getEndPosition(unit, node);
            long length = end < 0 ? 0 : lines.getLineNumber(end) - lines.getLineNumber(start) + 1;
            boolean privateConstructor =
                    node.getReturnType() == null
                            && node.getModifiers().getFlags().contains(Modifier.PRIVATE);
            boolean crowded =
                    node.getParameters().size() > PARAMETERS && !inRecord && !privateConstructor;
            if (length > METHOD_LINES || crowded) {
                offenders.add(
                        "%s: %s has %d lines and %d parameters"
                                .formatted(
                                        unit.getSourceFile().getName(),
                                        node.getName(),
                                        length,
                                        node.getParameters().size()));
            }
            return super.visitMethod(node, null);
        }
    }
}
