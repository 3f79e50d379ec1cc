package org.redress.intake.chain;

/**
 * An entry as it stands in the database, whether it should or not.
 *
 * @param position its place, from 1
 * @param content what it says
 * @param hash what is written beside it
 */
public record ChainedEntry(int position, EntryContent content, Digest hash) {}
