package org.redress.sla.complaint;

/**
 * The numbers that one producer gave a complaint's events. They rise by one from 1, so that what is missing shows.
 *
 * @param last the highest number heard of
 * @param numbers how many different ones
 * @param events how many events carry them
 */
record Numbering(String source, long last, long numbers, long events) {}
