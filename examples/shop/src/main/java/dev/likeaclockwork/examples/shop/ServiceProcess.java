// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.examples.shop;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.Arrays;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The main class of each service. It prints its port to standard output, publishes each line of standard input as an
 * application event, and exits at the end of standard input, so that it never outlives the demo.
 */
final class ServiceProcess {
    private ServiceProcess() {}

    /** Runs a service; the arguments are its application class and the arguments of Spring Boot. */
    public static void main(String[] arguments) throws ClassNotFoundException, IOException {
        ConfigurableApplicationContext context =
                SpringApplication.run(Class.forName(arguments[0]), Arrays.copyOfRange(arguments, 1, arguments.length));
        System.out.println(context.getEnvironment().getProperty("local.server.port"));
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, UTF_8));
        for (String line = input.readLine(); line != null; line = input.readLine()) {
            context.publishEvent(line);
        }
        System.exit(0);
    }
}
