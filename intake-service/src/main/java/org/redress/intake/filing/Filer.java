package org.redress.intake.filing;

/**
 * Who files.
 *
 * @param platform the tenant
 * @param subject the caller
 * @param role the role under which the caller files
 * @param language the language to answer in, {@code zh-CN} or {@code en}
 */
record Filer(String platform, String subject, String role, String language) {
    /** Whether the caller may file for nobody else. */
    boolean onlyForThemselves() {
        return "complainant".equals(role);
    }
}
