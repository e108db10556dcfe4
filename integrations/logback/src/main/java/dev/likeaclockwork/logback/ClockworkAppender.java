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
 * An appender that adds the node and the vector of the current activity to the MDC of each log event, as
 * {@code clockwork.node} and {@code clockwork.vector}, and passes the event to its nested appenders.
 *
 * <p>Both are read at the log call in the caller's thread, so that they are never stale. A line that is logged without
 * a current activity has neither. By default a log call is not an event of the activity: several lines may carry the
 * same vector. With {@link #setRecord} each log call is an event, and its line also has {@code clockwork.event_id}.
 *
 * <p>Thread-safe. Each line costs a copy of the MDC and the text of the vector.
 */
public final class ClockworkAppender extends UnsynchronizedAppenderBase<ILoggingEvent>
        implements AppenderAttachable<ILoggingEvent> {
    private final AppenderAttachableImpl<ILoggingEvent> appenders = new AppenderAttachableImpl<>();
    private volatile boolean record;

    /** An appender that records no events and has no nested appenders. Logback calls this constructor. */
    public ClockworkAppender() {}

    /**
     * Sets whether each log call is an event of its activity; the default is false. The {@code clockwork} command reads
     * a log of such events that {@link CausalityEncoder} or {@link CausalityConverter} writes. An event that a later
     * filter drops is a hole in that log, so set levels and filters at loggers or at this appender.
     */
    public void setRecord(boolean record) {
        this.record = record;
    }

    @Override
    protected void append(ILoggingEvent event) {
        appenders.appendLoopOnAppenders(CurrentActivity.get()
                .map(activity -> withVector(event, activity))
                .orElse(event));
    }

    private ILoggingEvent withVector(ILoggingEvent event, Activity activity) {
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

    /** The event's type is the message pattern, which is the same for all its lines and holds no private arguments. */
    private static RecordedEvent record(ILoggingEvent event, Activity activity) {
        EventBuilder builder = activity.event(Objects.requireNonNullElse(event.getMessage(), ""));
        List<KeyValuePair> pairs = event.getKeyValuePairs();
        if (pairs != null) {
            Map<String, String> values = new HashMap<>();
            pairs.forEach(pair -> values.put(pair.key, String.valueOf(pair.value)));
            access(builder, values);
        }
        return builder.recordWithoutSinks();
    }

    private static void access(EventBuilder builder, Map<String, String> values) {
        String resource = values.get(SpanAttributes.RESOURCE);
        if (resource == null) {
            return;
        }
        String version = values.get(SpanAttributes.VERSION);
        switch (values.getOrDefault(SpanAttributes.ACCESS, "")) {
            case "read" -> builder.read(resource, version);
            case "write" -> builder.wrote(resource, values.get(SpanAttributes.BASE), version);
            case "acquire" -> builder.acquired(resource);
            case "release" -> builder.released(resource);
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
