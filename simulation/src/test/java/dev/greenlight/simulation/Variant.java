package dev.greenlight.simulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * The real code with one thing broken on purpose. The edits are made to the sources as they are, so that a variant that no longer fits
 * them fails itself.
 *
 * @param caughtBy one of these invariants must notice
 */
record Variant(String name, List<Edit> edits, List<Invariant> caughtBy) {
    private static final String OURS = "dev.greenlight.";

    /** A place in a source that reads differently in the variant. */
    record Edit(Path source, String original, String broken) {}

    static Variant of(String name, Invariant... caughtBy) {
        return new Variant(name, List.of(), List.of(caughtBy));
    }

    /** This variant with one more edit of a class; test classes are looked for too. */
    Variant where(String module, String type, String original, String broken) {
        List<Edit> more = new ArrayList<>(edits);
        more.add(new Edit(source(module, type), original, broken));
        return new Variant(name, List.copyOf(more), caughtBy);
    }

    /** The first violation that is found in so many histories. */
    Optional<String> firstFailure(long histories, Path directory) {
        compile(directory);
        try (BrokenClasses classes = new BrokenClasses(directory)) {
            Supplier<?> search = (Supplier<?>) classes.loadClass("dev.greenlight.simulation.FirstFailure")
                    .getConstructor(long.class, long.class)
                    .newInstance(1L, histories);
            return ((Optional<?>) search.get()).map(String.class::cast);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(name + " can't be run", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(name + " can't be run", e);
        }
    }

    private void compile(Path directory) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            List<Path> broken = new ArrayList<>();
            for (Path source : edits.stream().map(Edit::source).distinct().toList()) {
                Path target = directory.resolve(source.getFileName());
                Files.writeString(target, broken(source));
                broken.add(target);
            }
            List<String> options = List.of(
                    "-proc:none",
                    "-nowarn",
                    "-parameters",
                    "-cp",
                    System.getProperty("java.class.path"),
                    "-d",
                    directory.toString());
            boolean compiles = compiler.getTask(
                            null, files, null, options, null, files.getJavaFileObjectsFromPaths(broken))
                    .call();
            if (!compiles) {
                throw new IllegalStateException(name + " does not compile");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String broken(Path source) throws IOException {
        String text = Files.readString(source);
        for (Edit edit : edits) {
            if (edit.source().equals(source)) {
                String flat = flattened(text);
                String original = flattened(edit.original());
                if (!flat.contains(original)) {
                    throw new IllegalStateException(
                            name + " does not fit the code any more: " + source.getFileName() + " lacks " + original);
                }
                text = flat.replace(original, edit.broken());
            }
        }
        return text;
    }

    /** Without line comments and line breaks, so that formatting makes no difference. */
    private static String flattened(String text) {
        return text.replaceAll("(?m)^\\s*//.*$", "").replaceAll("\\s+", " ");
    }

    private static Path source(String module, String type) {
        Path root = Path.of(System.getProperty("greenlight.root", "..")).resolve(module);
        return Stream.of("main", "test")
                .map(kind -> root.resolve("src/" + kind + "/java/dev/greenlight/" + type + ".java"))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(module + " has no class " + type));
    }

    /** Loads our classes anew, the broken ones first. */
    private static final class BrokenClasses extends URLClassLoader {
        BrokenClasses(Path directory) {
            super(urls(directory), BrokenClasses.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            synchronized (getClassLoadingLock(name)) {
                boolean ours = name.startsWith(OURS) && !name.startsWith(OURS + "events");
                if (!ours) {
                    return super.loadClass(name, resolve);
                }
                Class<?> loaded = findLoadedClass(name);
                return loaded == null ? findClass(name) : loaded;
            }
        }

        private static URL[] urls(Path directory) {
            return Stream.concat(
                            Stream.of(directory),
                            Arrays.stream(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
                                    .map(Path::of))
                    .map(BrokenClasses::url)
                    .toArray(URL[]::new);
        }

        private static URL url(Path path) {
            try {
                return path.toUri().toURL();
            } catch (MalformedURLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
