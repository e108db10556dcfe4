// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.springbootstarter;

import dev.likeaclockwork.runtime.sink.RecordSink;
import dev.likeaclockwork.runtime.sink.RecordedEvent;
import java.util.List;

/**
 * A sink that is a bean. The runtime does not close it, because Spring does: after the runtime, which is created after
 * its sinks and therefore destroyed before them.
 */
record SinkBean(RecordSink bean) implements RecordSink {
    @Override
    public String name() {
        return bean.name();
    }

    @Override
    public void write(List<RecordedEvent> events) throws Exception {
        bean.write(events);
    }

    @Override
    public void close() {
        // Spring closes the bean
    }
}
