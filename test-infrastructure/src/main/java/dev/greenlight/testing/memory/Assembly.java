package dev.greenlight.testing.memory;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Puts a service's classes together by their constructors, as Spring would, without Spring: what is given stands for itself and
 * for all that it extends or implements, everything else is made once by its only constructor.
 */
public final class Assembly {
    private final Map<Class<?>, Object> parts = new HashMap<>();

    /** Uses this wherever one of its types is asked for. */
    public Assembly with(Object part) {
        for (Class<?> type = part.getClass(); type != null && type != Object.class; type = type.getSuperclass()) {
            parts.putIfAbsent(type, part);
            Arrays.stream(type.getInterfaces()).forEach(implemented -> parts.putIfAbsent(implemented, part));
        }
        return this;
    }

    /** Uses this where the type is asked for. */
    public <T> Assembly with(Class<T> type, T part) {
        parts.put(type, part);
        return this;
    }

    /**
     * The one part of this type.
     *
     * @throws IllegalStateException when it was not given and can't be made
     */
    public <T> T get(Class<T> type) {
        Object part = parts.get(type);
        if (part == null) {
            part = make(type);
            with(part);
        }
        return type.cast(part);
    }

    private Object make(Class<?> type) {
        Constructor<?> constructor = onlyConstructor(type)
                .orElseThrow(() -> new IllegalStateException(type + " was not given and has not just one constructor"));
        Object[] arguments =
                Arrays.stream(constructor.getParameterTypes()).map(this::get).toArray();
        try {
            constructor.setAccessible(true);
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(type + " can't be made", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " can't be made", e);
        }
    }

    private static Optional<Constructor<?>> onlyConstructor(Class<?> type) {
        Constructor<?>[] constructors = type.getDeclaredConstructors();
        return constructors.length == 1 ? Optional.of(constructors[0]) : Optional.empty();
    }
}
