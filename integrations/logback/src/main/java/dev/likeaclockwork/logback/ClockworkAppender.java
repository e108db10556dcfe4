// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.logback;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import ch.qos.logback.core.spi.AppenderAttachable;
import ch.qos.logback.core.spi.AppenderAttachableImpl;
import dev.likeaclockwork.VectorTimestamp;
import dev.likeaclockwork.json.SpanAttributes;
import dev.likeaclockwork.runtime.Activity;
import dev.likeaclockwork.runtime.CurrentActivity;
import dev.likeaclockwork.runtime.EventBuilder;
import dev.likeaclockwork.runtime.sink.RecordedEvent;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.KeyValuePair;

/**
 * An appender that hands each log event to the appenders within it, with the node and the vector of the current
 * activity in its MDC: {@code clockwork.node} and {@code clockwork.vector}.
 *
 * <p>They are read at each log call, in the thread of the caller, so that no line carries a stale stamp. A line that is
 * logged without a current activity has none. By default a log call is no event of the activity: its line says what was
 * known, and any number of lines may say the same. With {@link #setRecord} each is an event that counts, and has
 * {@code clockwork.event_id}, too.
 *
 * <p>Thread-safe. Costs a map of the MDC and, if anything happened since the last line, the text of the vector.
 */
public final class ClockworkAppender extends UnsynchronizedAppenderBase<ILoggingEvent>
        implements AppenderAttachable<ILoggingEvent> {
    private final AppenderAttachableImpl<ILoggingEvent> appenders = new AppenderAttachableImpl<>();
    private volatile boolean record;

    /** An appender that records nothing, and hands on to nobody yet. */
    public ClockworkAppender() {}

    /**
     * Whether a log call is an event of its activity. Then a log that is written by {@link CausalityEncoder} or
     * {@link CausalityConverter} is one that {@code clockwork} reads, and events that are filtered further on, or never
     * written so, are holes in it. Keep levels and filters at loggers and at this appender.
     */
    public void setRecord(boolean record) {
        this.record = record;
    }

    @Override
    protected void append(ILoggingEvent event) {
        appenders.appendLoopOnAppenders(
                CurrentActivity.get().map(activity -> stamp(event, activity)).orElse(event));
    }

    private ILoggingEvent stamp(ILoggingEvent event, Activity activity) {
        Map<String, String> mdc = new HashMap<>();
        event.getMDCPropertyMap().forEach((key, value) -> put(mdc, key, value));
        RecordedEvent recorded = record ? record(event, activity) : null;
        VectorTimestamp vector = recorded == null ? activity.snapshot() : recorded.vector();
        mdc.put(SpanAttributes.NODE, activity.node());
        mdc.put(SpanAttributes.VECTOR, vector.toString());
        if (recorded != null) {
            mdc.put(SpanAttributes.EVENT_ID, recorded.id());
        }
        return new CausalityLoggingEvent(event, mdc, recorded);
    }

    private static void put(Map<String, String> mdc, @Nullable String key, @Nullable String value) {
        if (key != null && value != null) {
            mdc.put(key, value);
        }
    }

    /** The pattern of the message is the type, so that all its lines have one and nothing private is in it. */
    private static RecordedEvent record(ILoggingEvent event, Activity activity) {
        EventBuilder recording = activity.event(Objects.requireNonNullElse(event.getMessage(), ""));
        List<KeyValuePair> pairs = event.getKeyValuePairs();
        if (pairs != null) {
            Map<String, String> values = new HashMap<>();
            pairs.forEach(pair -> values.put(pair.key, String.valueOf(pair.value)));
            access(recording, values);
        }
        return recording.recordWithoutSinks();
    }

    private static void access(EventBuilder recording, Map<String, String> values) {
        String resource = values.get(SpanAttributes.RESOURCE);
        if (resource == null) {
            return;
        }
        String version = values.get(SpanAttributes.VERSION);
        switch (values.getOrDefault(SpanAttributes.ACCESS, "")) {
            case "read" -> recording.read(resource, version);
            case "write" -> recording.wrote(resource, values.get(SpanAttributes.BASE), version);
            case "acquire" -> recording.acquired(resource);
            case "release" -> recording.released(resource);
            default -> {}
        }
    }

    @Override
    public void stop() {
        appenders.detachAndStopAllAppenders();
        super.stop();
    }

    @Override
    public void addAppender(Appender<ILoggingEvent> appender) {
        appenders.addAppender(appender);
    }

    @Override
    public Iterator<Appender<ILoggingEvent>> iteratorForAppenders() {
        return appenders.iteratorForAppenders();
    }

    @Override
    public @Nullable Appender<ILoggingEvent> getAppender(String name) {
        return appenders.getAppender(name);
    }

    @Override
    public boolean isAttached(Appender<ILoggingEvent> appender) {
        return appenders.isAttached(appender);
    }

    @Override
    public void detachAndStopAllAppenders() {
        appenders.detachAndStopAllAppenders();
    }

    @Override
    public boolean detachAppender(Appender<ILoggingEvent> appender) {
        return appenders.detachAppender(appender);
    }

    @Override
    public boolean detachAppender(String name) {
        return appenders.detachAppender(name);
    }
}
