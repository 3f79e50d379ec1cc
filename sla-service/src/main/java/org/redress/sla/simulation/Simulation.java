package org.redress.sla.simulation;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.redress.sla.clock.ClockView;

/**
 * What a policy would do.
 *
 * @param clocks as of the moment asked about
 * @param remarks what was wrong with the events, if anything
 */
@Schema(name = "SimulationAnswer")
record Simulation(List<ClockView> clocks, List<ClockView.RemarkView> remarks) {}
