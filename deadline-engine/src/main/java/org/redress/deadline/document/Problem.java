package org.redress.deadline.document;

/**
 * What is wrong with one field of a document.
 *
 * @param pointer JSON pointer of the field, e.g. {@code /clocks/3/target}
 * @param code stable: {@code required}, {@code type}, {@code value}, {@code range}, {@code unknown}, {@code empty},
 *     {@code duplicate}, {@code conflict}, {@code covered}, {@code unreachable}
 * @param message why, in English
 */
public record Problem(String pointer, String code, String message) {}
