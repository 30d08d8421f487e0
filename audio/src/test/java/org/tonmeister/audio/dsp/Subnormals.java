package org.tonmeister.audio.dsp;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * Finds subnormal numbers anywhere in an object and all that it holds: every {@code float} and {@code double} field and
 * {@code float} array of Tonmeister's classes is looked at. So a test sees the states of a filter and not only its output.
 */
final class Subnormals {
    private Subnormals() {}

    /** Where a subnormal number is, as class and field, or an empty text if there is none. */
    static String in(Object root) {
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Object> open = new ArrayDeque<>();
        open.add(root);
        while (!open.isEmpty()) {
            Object object = open.remove();
            if (!seen.add(object)) {
                continue;
            }
            for (Field field : object.getClass().getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers())) {
                    String found = look(value(field, object), open);
                    if (!found.isEmpty()) {
                        return object.getClass().getSimpleName() + "." + field.getName() + found;
                    }
                }
            }
        }
        return "";
    }

    private static String look(Object value, Deque<Object> open) {
        if (value instanceof Float x) {
            return isSubnormal(x) ? " = " + x : "";
        } else if (value instanceof Double x) {
            return isSubnormal(x) ? " = " + x : "";
        } else if (value instanceof float[] numbers) {
            for (int i = 0; i < numbers.length; i++) {
                if (isSubnormal(numbers[i])) {
                    return "[" + i + "] = " + numbers[i];
                }
            }
        } else if (value instanceof Iterable<?> list) {
            list.forEach(open::add);
        } else if (value instanceof Object[] values) {
            for (int i = 0; i < values.length; i++) {
                String found = look(values[i], open);
                if (!found.isEmpty()) {
                    return "[" + i + "]" + found;
                }
            }
        } else if (value != null && value.getClass().getName().startsWith("org.tonmeister.")) {
            open.add(value);
        }
        return "";
    }

    private static Object value(Field field, Object object) {
        try {
            field.setAccessible(true);
            return field.get(object);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isSubnormal(float x) {
        return x != 0 && Math.abs(x) < Float.MIN_NORMAL;
    }

    private static boolean isSubnormal(double x) {
        return x != 0 && Math.abs(x) < Double.MIN_NORMAL;
    }
}
