// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ActivityScopeTest {
    private final Logs logs = new Logs();
    private final Activity outer = logs.clockwork.startActivity();
    private final Activity inner = logs.clockwork.startActivity();

    @AfterEach
    void close() {
        logs.close();
        assertThat(CurrentActivity.get()).isEmpty();
    }

    @Test
    void scopes_nest() {
        ActivityScope first = outer.makeCurrent();
        ActivityScope second = inner.makeCurrent();
        assertThat(logs.clockwork.current()).containsSame(inner);
        second.close();
        assertThat(logs.clockwork.current()).containsSame(outer);
        first.close();
        assertThat(logs.metrics.misused).hasValue(0);
    }

    @Test
    void closingTwice_hasNoEffect() {
        ActivityScope first = outer.makeCurrent();
        ActivityScope second = inner.makeCurrent();
        second.close();
        second.close();
        assertThat(logs.clockwork.current()).containsSame(outer);
        first.close();
        assertThat(logs.metrics.misused).hasValue(0);
    }

    @Test
    void scopeClosedBeforeALaterOne_endsBothAndIsReported() {
        ActivityScope first = outer.makeCurrent();
        ActivityScope second = inner.makeCurrent();
        first.close();
        assertThat(CurrentActivity.get()).isEmpty();
        assertThat(logs.metrics.misused).hasValue(1);
        second.close();
        assertThat(CurrentActivity.get()).isEmpty();
    }

    @Test
    void scopeClosedByAnotherThread_staysOpenAndIsReported() throws Exception {
        ActivityScope scope = outer.makeCurrent();
        Thread other = new Thread(scope::close);
        other.start();
        other.join();
        assertThat(logs.metrics.misused).hasValue(1);
        assertThat(logs.clockwork.current()).containsSame(outer);
        scope.close();
    }

    @Test
    void pop_endsThePushedScopeAndLeakedOnesWithin() {
        ActivityScope scope = outer.makeCurrent();
        CurrentActivity.push(null);
        assertThat(CurrentActivity.get()).isEmpty();
        inner.makeCurrent();
        CurrentActivity.pop();
        assertThat(CurrentActivity.get()).containsSame(outer);
        scope.close();
        CurrentActivity.pop();
    }
}
