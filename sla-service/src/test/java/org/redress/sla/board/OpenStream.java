package org.redress.sla.board;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A stream as a client sees it: its lines, read by a thread of its own. */
final class OpenStream implements AutoCloseable {
    private final Socket socket;
    private final List<String> lines = new CopyOnWriteArrayList<>();

    OpenStream(Socket socket) {
        this.socket = socket;
        var reading = new Thread(this::read, "stream-reader");
        reading.setDaemon(true);
        reading.start();
    }

    private void read() {
        try (var reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(line);
            }
        } catch (IOException e) {
            lines.add("closed");
        }
    }

    boolean has(String begin) {
        return lines.stream().anyMatch(line -> line.startsWith(begin));
    }

    long count(String line) {
        return lines.stream().filter(line::equals).count();
    }

    /** What events of that name carried; each has one line of data. */
    List<String> dataOf(String event) {
        var data = new ArrayList<String>();
        String current = "";
        for (String line : lines) {
            if (line.startsWith("event:")) {
                current = line.substring("event:".length()).strip();
            } else if (line.startsWith("data:") && current.equals(event)) {
                data.add(line.substring("data:".length()).strip());
            }
        }
        return data;
    }

    String lastId() {
        return lines.stream()
                .filter(line -> line.startsWith("id:"))
                .reduce((first, second) -> second)
                .orElseThrow()
                .substring("id:".length())
                .strip();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
