package org.redress.benchmarks.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.redress.benchmarks.Report;
import org.redress.benchmarks.ground.ServiceProcess;

/** Processor time of everyone who takes part, for each complaint: by it one can judge how much the load itself takes. */
final class Costs {
    private final Map<String, CpuTime> processes = new LinkedHashMap<>();
    private final Map<String, Map<Integer, List<Double>>> millis = new LinkedHashMap<>();

    Costs(Contenders contenders, ServiceProcess service) {
        processes.put("service", new CpuTime(service.pid()));
        processes.put("PostgreSQL", new CpuTime(contenders.ground().postgresPid()));
        processes.put("broker", new CpuTime(contenders.broker().pid()));
        processes.put("load", CpuTime.ofThisProcess());
    }

    /** Counts from here. */
    void begin() {
        processes.values().forEach(CpuTime::millis);
    }

    /** Counts to here, over so many complaints. */
    void end(int clients, int complaints) {
        processes.forEach((name, cpu) -> millis.computeIfAbsent(name, any -> new TreeMap<>())
                .computeIfAbsent(clients, any -> new ArrayList<>())
                .add(cpu.millis() / complaints));
    }

    void report(Report report) {
        millis.forEach((name, byClients) -> byClients.forEach((clients, each) ->
                report.figure("processor time, " + clients + " clients: " + name, Rates.median(each), "ms each")));
    }
}
