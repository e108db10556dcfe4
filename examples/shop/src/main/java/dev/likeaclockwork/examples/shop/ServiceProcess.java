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
 * The program of each service. It announces its port on standard output, publishes lines of its standard input as
 * events, and ends when that does: whoever started it may die in any way.
 */
final class ServiceProcess {
    private ServiceProcess() {}

    /** Arguments: the class of the application, and those of the application. */
    public static void main(String[] arguments) throws ClassNotFoundException, IOException {
        ConfigurableApplicationContext context =
                SpringApplication.run(Class.forName(arguments[0]), Arrays.copyOfRange(arguments, 1, arguments.length));
        System.out.println(context.getEnvironment().getProperty("local.server.port"));
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, UTF_8));
        for (String word = input.readLine(); word != null; word = input.readLine()) {
            context.publishEvent(word);
        }
        System.exit(0);
    }
}
