package org.redress.triage.routing;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The agents a platform begins with. A platform without lines of its own gets those of {@code *}, where
 * {@code {platform}} in a name stands for the platform. Immutable, thread safe.
 */
public final class Staffing {

    private static final String ANY = "*";
    private static final int COLUMNS = 3;

    private final List<Line> lines;

    private Staffing(List<Line> lines) {
        this.lines = List.copyOf(lines);
    }

    /**
     * Reads tab-separated lines: platform, tier, agent.
     *
     * @throws IllegalArgumentException if a line can't be read or the default leaves a tier without agents
     */
    public static Staffing read(List<String> text) {
        List<Line> lines = new ArrayList<>();
        for (String row : text) {
            if (!row.isBlank() && !row.startsWith("#")) {
                String[] cells = row.split("\t", -1);
                if (cells.length != COLUMNS) {
                    throw new IllegalArgumentException("not " + COLUMNS + " columns: " + row);
                }
                lines.add(new Line(cells[0], new Agent(cells[2], Tier.valueOf(cells[1]))));
            }
        }
        Set<Tier> missing = EnumSet.allOf(Tier.class);
        lines.stream()
                .filter(line -> line.platform().equals(ANY))
                .forEach(line -> missing.remove(line.agent().tier()));
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("the default staffing has nobody for " + missing);
        }
        return new Staffing(lines);
    }

    /** The agents of {@code platform}; a tier it does not staff itself is staffed by default. */
    public List<Agent> agentsOf(String platform) {
        List<Agent> agents = new ArrayList<>();
        Set<Tier> missing = EnumSet.allOf(Tier.class);
        for (Line line : lines) {
            if (line.platform().equals(platform)) {
                agents.add(line.agent());
                missing.remove(line.agent().tier());
            }
        }
        lines.stream()
                .filter(line -> line.platform().equals(ANY)
                        && missing.contains(line.agent().tier()))
                .forEach(line -> agents.add(line.agent().at(platform)));
        return agents;
    }

    /**
     * One who can own complaints.
     *
     * @param id the subject of the agent's own tokens
     * @param tier the team
     */
    public record Agent(String id, Tier tier) {
        Agent at(String platform) {
            return new Agent(id.replace("{platform}", platform), tier);
        }
    }

    private record Line(String platform, Agent agent) {}
}
