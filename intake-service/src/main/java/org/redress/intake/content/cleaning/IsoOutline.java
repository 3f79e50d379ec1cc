package org.redress.intake.content.cleaning;

import java.util.Map;
import java.util.Set;

/**
 * The boxes that pictures and sound need, by the box that they are in. Whatever is not named here says something else, and
 * none of them is in itself, so that boxes in boxes end.
 */
final class IsoOutline {
    /** Around the boxes that are in none. */
    static final String FILE = "";
    /** Around the boxes of a description of coded pictures or sound. */
    static final String DESCRIPTION = "description";

    private static final Map<String, Set<String>> NEEDED = Map.ofEntries(
            Map.entry(FILE, Set.of("ftyp", "moov", "mdat", "moof", "mfra", "sidx", "styp", "ssix", "pdin")),
            Map.entry("moov", Set.of("mvhd", "trak", "mvex")),
            Map.entry("trak", Set.of("tkhd", "edts", "mdia")),
            Map.entry("edts", Set.of("elst")),
            Map.entry("mdia", Set.of("mdhd", "hdlr", "minf", "elng")),
            Map.entry("minf", Set.of("vmhd", "smhd", "hdlr", "dinf", "stbl")),
            Map.entry("dinf", Set.of("dref")),
            Map.entry(
                    "stbl",
                    Set.of(
                            "stsd", "stts", "ctts", "cslg", "stss", "stsh", "stps", "stsc", "stsz", "stz2", "stco",
                            "co64", "padb", "stdp", "sdtp", "sbgp", "sgpd", "subs", "saiz", "saio")),
            Map.entry("mvex", Set.of("mehd", "trex", "leva")),
            Map.entry("moof", Set.of("mfhd", "traf")),
            Map.entry("traf", Set.of("tfhd", "tfdt", "trun", "sbgp", "sgpd", "subs", "saiz", "saio", "sdtp")),
            Map.entry("mfra", Set.of("tfra", "mfro")),
            Map.entry(
                    DESCRIPTION,
                    Set.of(
                            "avcC", "hvcC", "vvcC", "lhvC", "av1C", "vpcC", "esds", "d263", "damr", "dac3", "dec3",
                            "dac4", "dOps", "dfLa", "alac", "ddts", "pcmC", "wave", "chan", "chnl", "colr", "pasp",
                            "clap", "fiel", "gama", "btrt", "mdcv", "clli", "dvcC", "dvvC", "amve")));

    private IsoOutline() {}

    /** Whether pictures and sound need a box of that name in that one. */
    static boolean isNeeded(String name, String around) {
        return NEEDED.getOrDefault(around, Set.of()).contains(name);
    }

    /** Whether there is nothing but boxes in it. */
    static boolean holdsBoxes(String name) {
        return !name.isEmpty() && !name.equals(DESCRIPTION) && NEEDED.containsKey(name);
    }
}
