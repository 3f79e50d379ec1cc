package org.redress.service.problem;

/**
 * One wrong field of a request.
 *
 * @param pointer JSON pointer into the body ({@code /demands/0/amount}), or {@code /} and the name of a query or header
 *     parameter
 * @param code stable, for programs: {@code required}, {@code length}, {@code format}, {@code value}, …
 * @param detail for people: what is wrong and what would be accepted
 */
public record FieldError(String pointer, String code, String detail) {}
