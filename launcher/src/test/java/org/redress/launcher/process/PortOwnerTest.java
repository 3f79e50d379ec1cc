package org.redress.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class PortOwnerTest {
    private final PortOwner owner = new PortOwner();

    @Test
    void aListenerIsToldFromAnyOtherProcess() throws Exception {
        Process other = new ProcessBuilder("sleep", "60").start();
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            long self = ProcessHandle.current().pid();
            assertThat(owner.listens(self, socket.getLocalPort())).isTrue();
            assertThat(owner.listens(other.pid(), socket.getLocalPort())).isFalse();
        } finally {
            other.destroyForcibly();
        }
    }

    @Test
    void nobodyListensOnAClosedPort() throws Exception {
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        assertThat(owner.listens(ProcessHandle.current().pid(), port)).isFalse();
    }
}
