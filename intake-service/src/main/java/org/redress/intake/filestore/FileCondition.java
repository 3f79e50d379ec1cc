package org.redress.intake.filestore;

/** What became of a file that was kept. */
public enum FileCondition {
    /** Its content still has its hash. */
    INTACT,
    /** There is a file, with another content. */
    CHANGED,
    /** There is none. */
    MISSING
}
