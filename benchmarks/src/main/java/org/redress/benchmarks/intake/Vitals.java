package org.redress.benchmarks.intake;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;
import org.redress.benchmarks.ground.ServiceProcess;

/** What lives on the heap of a running service. Thread-safe. */
final class Vitals implements AutoCloseable {
    private static final double MEGABYTE = 1024 * 1024;

    private final JMXConnector connector;
    private final MemoryMXBean memory;

    private Vitals(JMXConnector connector, MemoryMXBean memory) {
        this.connector = connector;
        this.memory = memory;
    }

    @SuppressWarnings("BanJNDI") // the address is what the JVM of our own child says
    static Vitals of(ServiceProcess service) throws IOException {
        try {
            VirtualMachine machine = VirtualMachine.attach(Long.toString(service.pid()));
            String address = machine.startLocalManagementAgent();
            machine.detach();
            JMXConnector connector = JMXConnectorFactory.connect(new JMXServiceURL(address));
            return new Vitals(
                    connector,
                    ManagementFactory.newPlatformMXBeanProxy(
                            connector.getMBeanServerConnection(),
                            ManagementFactory.MEMORY_MXBEAN_NAME,
                            MemoryMXBean.class));
        } catch (AttachNotSupportedException e) {
            throw new IOException("the service's JVM cannot be looked into", e);
        }
    }

    /** Megabytes that are left after everything was collected that is not needed. */
    double live() {
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed() / MEGABYTE;
    }

    @Override
    public void close() throws IOException {
        connector.close();
    }
}
