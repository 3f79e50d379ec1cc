package org.redress.benchmarks.intake;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.benchmarks.Report;
import org.redress.benchmarks.ground.ServiceProcess;
import org.redress.benchmarks.ground.Statements;

/** Processor time of everyone who takes part, for each complaint: by it one can judge how much the load itself takes. */
final class Costs implements AutoCloseable {
    private final Map<String, CpuTime> processes = new LinkedHashMap<>();
    private final @Nullable Statements statements;
    private final Map<String, List<Double>> millis = new LinkedHashMap<>();

    /**
     * Of the contenders.
     *
     * @param statements whether the time of each statement is told, too
     */
    Costs(Contenders contenders, ServiceProcess service, boolean statements) throws SQLException {
        processes.put("service", new CpuTime(service.pid()));
        processes.put("PostgreSQL", new CpuTime(contenders.ground().postgresPid()));
        processes.put("broker", new CpuTime(contenders.broker().pid()));
        processes.put("load", CpuTime.ofThisProcess());
        this.statements = statements ? new Statements(contenders.intake()) : null;
    }

    /** Counts from here. */
    void begin() throws SQLException {
        if (statements != null) {
            statements.begin();
        }
        processes.values().forEach(CpuTime::millis);
    }

    /** Counts to here, over so many complaints. */
    void end(int clients, int complaints) throws SQLException {
        processes.forEach((name, cpu) -> add("processor time", clients, name, cpu.millis() / complaints));
        if (statements != null) {
            statements.millis().forEach((began, all) -> add("statement", clients, began, all / complaints));
        }
    }

    private void add(String what, int clients, String of, double each) {
        millis.computeIfAbsent(what + ", " + clients + " clients: " + of, any -> new ArrayList<>())
                .add(each);
    }

    void report(Report report) {
        millis.forEach((name, each) -> report.figure(name, Rates.median(each), "ms each"));
    }

    @Override
    public void close() throws SQLException {
        if (statements != null) {
            statements.close();
        }
    }
}
