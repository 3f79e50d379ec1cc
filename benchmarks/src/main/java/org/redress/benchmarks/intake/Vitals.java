package org.redress.benchmarks.intake;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;
import org.redress.benchmarks.ground.ServiceProcess;

/** What a running service's JVM says of itself: what lives on its heap, and how busy its compiler was. Thread-safe. */
final class Vitals implements AutoCloseable {
    private static final double MEGABYTE = 1024 * 1024;

    private final JMXConnector connector;
    private final MemoryMXBean memory;
    private final CompilationMXBean compiler;

    private Vitals(JMXConnector connector, MemoryMXBean memory, CompilationMXBean compiler) {
        this.connector = connector;
        this.memory = memory;
        this.compiler = compiler;
    }

    @SuppressWarnings("BanJNDI") // the address is what the JVM of our own child says
    static Vitals of(ServiceProcess service) throws IOException {
        try {
            VirtualMachine machine = VirtualMachine.attach(Long.toString(service.pid()));
            String address = machine.startLocalManagementAgent();
            machine.detach();
            JMXConnector connector = JMXConnectorFactory.connect(new JMXServiceURL(address));
            var beans = connector.getMBeanServerConnection();
            return new Vitals(
                    connector,
                    ManagementFactory.newPlatformMXBeanProxy(
                            beans, ManagementFactory.MEMORY_MXBEAN_NAME, MemoryMXBean.class),
                    ManagementFactory.newPlatformMXBeanProxy(
                            beans, ManagementFactory.COMPILATION_MXBEAN_NAME, CompilationMXBean.class));
        } catch (AttachNotSupportedException e) {
            throw new IOException("the service's JVM cannot be looked into", e);
        }
    }

    /** Megabytes that are left after everything was collected that is not needed. */
    double live() {
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed() / MEGABYTE;
    }

    /** Milliseconds that the compiler's threads worked since the service started. */
    double compiled() {
        return compiler.getTotalCompilationTime();
    }

    @Override
    public void close() throws IOException {
        connector.close();
    }
}
