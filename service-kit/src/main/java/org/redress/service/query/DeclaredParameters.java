package org.redress.service.query;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/**
 * The query parameters that a method of a resource declares, also those of its bean parameters.
 *
 * @param byName by their names, in order
 */
record DeclaredParameters(Map<String, Declared> byName) {
    /**
     * One of them.
     *
     * @param type what its value is read as
     * @param bounds holds its constraints
     */
    record Declared(Class<?> type, AnnotatedElement bounds) {
        /** Whether it may be there several times. */
        boolean many() {
            return Collection.class.isAssignableFrom(type);
        }
    }

    /** Those of a method. */
    static DeclaredParameters of(Method method) {
        Map<String, Declared> found = new TreeMap<>();
        for (Parameter parameter : method.getParameters()) {
            add(parameter, parameter.getType(), found);
        }
        return new DeclaredParameters(found);
    }

    private static void add(AnnotatedElement element, Class<?> type, Map<String, Declared> found) {
        QueryParam query = element.getAnnotation(QueryParam.class);
        if (query != null) {
            found.put(query.value(), new Declared(type, element));
        } else if (element.isAnnotationPresent(BeanParam.class)) {
            for (Field field : type.getDeclaredFields()) {
                add(field, field.getType(), found);
            }
        }
    }
}
