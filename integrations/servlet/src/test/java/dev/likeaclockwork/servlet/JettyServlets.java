// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.servlet;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.Servlet;
import java.util.EnumSet;
import org.eclipse.jetty.server.Handler;

/** Jetty's servlets, whose classes have other packages in each version, but the same methods. */
final class JettyServlets {
    private final String packageName;
    private final Object handler;

    JettyServlets() throws ReflectiveOperationException {
        packageName = exists("org.eclipse.jetty.ee11.servlet.FilterHolder")
                ? "org.eclipse.jetty.ee11.servlet."
                : "org.eclipse.jetty.servlet.";
        handler = type("ServletContextHandler").getConstructor().newInstance();
        handler.getClass().getMethod("setContextPath", String.class).invoke(handler, "/");
    }

    private static boolean exists(String name) {
        try {
            Class.forName(name);
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    private Class<?> type(String name) throws ClassNotFoundException {
        return Class.forName(packageName + name);
    }

    void add(Filter filter) throws ReflectiveOperationException {
        Object holder = holder("FilterHolder", Filter.class, filter);
        handler.getClass()
                .getMethod("addFilter", holder.getClass(), String.class, EnumSet.class)
                .invoke(handler, holder, "/*", EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC));
    }

    void add(Servlet servlet) throws ReflectiveOperationException {
        Object holder = holder("ServletHolder", Servlet.class, servlet);
        handler.getClass()
                .getMethod("addServlet", holder.getClass(), String.class)
                .invoke(handler, holder, "/*");
    }

    private Object holder(String name, Class<?> held, Object value) throws ReflectiveOperationException {
        Object holder = type(name).getConstructor(held).newInstance(value);
        holder.getClass().getMethod("setAsyncSupported", boolean.class).invoke(holder, true);
        return holder;
    }

    Handler handler() {
        return (Handler) handler;
    }
}
