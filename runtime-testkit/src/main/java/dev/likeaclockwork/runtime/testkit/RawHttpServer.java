// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.runtime.testkit;

import dev.likeaclockwork.TextTransport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A client of a web server that writes its requests byte by byte, each on a connection of its own. */
final class RawHttpServer implements ServerFixture.RunningServer {
    private static final int PATIENCE_MILLIS = 30_000;

    private final HttpServerContract.WebServer server;

    RawHttpServer(HttpServerContract.WebServer server) {
        this.server = server;
    }

    @Override
    public Reply call(String path, List<byte[]> headers) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            OutputStream out = socket.getOutputStream();
            out.write(request(path, headers));
            out.flush();
            return reply(new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1));
        }
    }

    private static byte[] request(String path, List<byte[]> headers) throws IOException {
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.write(latin("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"));
        for (byte[] header : headers) {
            request.write(latin(TextTransport.VECTOR_HEADER + ": "));
            request.write(header);
            request.write(latin("\r\n"));
        }
        request.write(latin("\r\n"));
        return request.toByteArray();
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static Reply reply(String response) {
        int end = response.indexOf("\r\n\r\n");
        List<String> head =
                Arrays.asList(response.substring(0, Math.max(0, end)).split("\r\n", -1));
        List<byte[]> headers = new ArrayList<>();
        boolean chunked = false;
        for (String line : head) {
            String lower = line.toLowerCase(Locale.ROOT);
            if (lower.startsWith(TextTransport.VECTOR_HEADER.toLowerCase(Locale.ROOT) + ":")) {
                headers.add(latin(line.substring(line.indexOf(':') + 1).strip()));
            }
            chunked |= lower.startsWith("transfer-encoding:") && lower.endsWith("chunked");
        }
        String body = response.substring(end + 4);
        boolean ok = head.get(0).startsWith("2", "HTTP/1.1 ".length());
        return new Reply(ok, chunked ? dechunked(body) : body, headers);
    }

    private static String dechunked(String body) {
        StringBuilder whole = new StringBuilder();
        int at = 0;
        while (at < body.length()) {
            int line = body.indexOf("\r\n", at);
            int size = Integer.parseInt(body.substring(at, line).strip(), 16);
            whole.append(body, line + 2, line + 2 + size);
            at = size == 0 ? body.length() : line + 2 + size + 2;
        }
        return whole.toString();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
