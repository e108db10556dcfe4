// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.likeaclockwork.CausalityRelation;
import dev.likeaclockwork.LamportClock;
import dev.likeaclockwork.LamportTimestamp;
import dev.likeaclockwork.MalformedCausalityException;
import dev.likeaclockwork.TextTransport;
import dev.likeaclockwork.VectorTimestamp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.testkit.engine.EngineTestKit;

/** The contracts refuse clocks and transports that get one thing wrong. */
class BrokenImplementationsTest {
    @ParameterizedTest
    @ValueSource(
            classes = {
                ForgetsToCountReceives.class,
                ForgetsWhatItReceives.class,
                IgnoresStrangers.class,
                AddsInsteadOfMaximum.class,
                MergesOneSideOnly.class,
                StartsAnewAfterARestart.class,
                CallsConcurrentEqual.class,
                CallsEverythingBefore.class,
                ClaimsToBeThreadSafe.class,
                LamportWithoutMaximum.class,
                LamportThatStandsStill.class,
                LamportThatRestartsAtZero.class,
                TransportThatDropsZeros.class,
                TransportThatSwallowsFaults.class,
                TransportThatThrowsAnything.class,
                TransportThatOverwritesOthers.class,
            })
    void contract_refusesWhatIsBroken(Class<?> broken) {
        long failures = EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(broken))
                .execute()
                .testEvents()
                .failed()
                .count();

        assertThat(failures).isPositive();
    }

    abstract static class Broken extends VectorClockContract<PlainClocks.Clock, Map<String, Long>> {
        private final PlainClocks clocks;

        Broken(PlainClocks clocks) {
            this.clocks = clocks;
        }

        @Override
        protected VectorClockAdapter<PlainClocks.Clock, Map<String, Long>> clocks() {
            return clocks;
        }

        @Override
        protected boolean isThreadSafe() {
            return false;
        }
    }

    static class ForgetsToCountReceives extends Broken {
        ForgetsToCountReceives() {
            super(new PlainClocks() {
                @Override
                public Map<String, Long> receive(Clock clock, Map<String, Long> remote) {
                    clock.known = new TreeMap<>(merge(clock.known, remote));
                    return Map.copyOf(clock.known);
                }
            });
        }
    }

    static class ForgetsWhatItReceives extends Broken {
        ForgetsWhatItReceives() {
            super(new PlainClocks() {
                @Override
                public Map<String, Long> receive(Clock clock, Map<String, Long> remote) {
                    return tick(clock);
                }
            });
        }
    }

    static class IgnoresStrangers extends Broken {
        IgnoresStrangers() {
            super(new PlainClocks() {
                @Override
                public Map<String, Long> receive(Clock clock, Map<String, Long> remote) {
                    clock.known.replaceAll((node, counter) -> Math.max(counter, remote.getOrDefault(node, 0L)));
                    return tick(clock);
                }
            });
        }
    }

    static class AddsInsteadOfMaximum extends Broken {
        AddsInsteadOfMaximum() {
            super(new PlainClocks() {
                @Override
                public Map<String, Long> merge(Map<String, Long> first, Map<String, Long> second) {
                    Map<String, Long> merged = new TreeMap<>(first);
                    second.forEach((node, counter) -> merged.merge(node, counter, Long::sum));
                    return merged;
                }
            });
        }
    }

    static class MergesOneSideOnly extends Broken {
        MergesOneSideOnly() {
            super(new PlainClocks() {
                @Override
                public Map<String, Long> merge(Map<String, Long> first, Map<String, Long> second) {
                    Map<String, Long> merged = new TreeMap<>(first);
                    second.forEach(merged::putIfAbsent);
                    return merged;
                }
            });
        }
    }

    static class StartsAnewAfterARestart extends Broken {
        StartsAnewAfterARestart() {
            super(new PlainClocks() {
                @Override
                public Clock resume(String node, Map<String, Long> last) {
                    return start(node);
                }
            });
        }
    }

    static class CallsConcurrentEqual extends Broken {
        CallsConcurrentEqual() {
            super(new PlainClocks() {
                @Override
                public CausalityRelation relation(Map<String, Long> first, Map<String, Long> second) {
                    CausalityRelation relation = super.relation(first, second);
                    return relation.isConcurrent() ? CausalityRelation.EQUAL : relation;
                }
            });
        }
    }

    static class CallsEverythingBefore extends Broken {
        CallsEverythingBefore() {
            super(new PlainClocks() {
                @Override
                public CausalityRelation relation(Map<String, Long> first, Map<String, Long> second) {
                    return CausalityRelation.HAPPENS_BEFORE;
                }
            });
        }
    }

    /** Gives two events one timestamp, as a clock does whose reading and counting are two steps. */
    static class ClaimsToBeThreadSafe extends Broken {
        ClaimsToBeThreadSafe() {
            super(new PlainClocks() {
                @Override
                public synchronized Map<String, Long> tick(Clock clock) {
                    long last = clock.known.getOrDefault(clock.node, 0L);
                    clock.known.put(clock.node, Math.min(last + 1, 1_000));
                    return Map.copyOf(clock.known);
                }

                @Override
                public synchronized Map<String, Long> receive(Clock clock, Map<String, Long> remote) {
                    return super.receive(clock, remote);
                }
            });
        }

        @Override
        protected boolean isThreadSafe() {
            return true;
        }
    }

    abstract static class BrokenLamport extends LamportClockContract<long[], Long>
            implements ClockAdapter<long[], Long> {
        @Override
        protected ClockAdapter<long[], Long> clocks() {
            return this;
        }

        @Override
        protected long time(Long timestamp) {
            return timestamp;
        }

        @Override
        public long[] start(String node) {
            return new long[1];
        }

        @Override
        public long[] resume(String node, Long last) {
            return new long[] {last};
        }

        @Override
        public Long tick(long[] clock) {
            return ++clock[0];
        }

        @Override
        public Long send(long[] clock) {
            return tick(clock);
        }

        @Override
        public Long receive(long[] clock, Long remote) {
            clock[0] = Math.max(clock[0], remote);
            return tick(clock);
        }
    }

    static class LamportWithoutMaximum extends BrokenLamport {
        @Override
        public Long receive(long[] clock, Long remote) {
            return tick(clock);
        }
    }

    static class LamportThatStandsStill extends BrokenLamport {
        @Override
        public Long receive(long[] clock, Long remote) {
            clock[0] = Math.max(clock[0], remote);
            return clock[0];
        }
    }

    static class LamportThatRestartsAtZero extends BrokenLamport {
        @Override
        public long[] resume(String node, Long last) {
            return start(node);
        }
    }

    abstract static class BrokenTransport extends TransportContract<VectorTimestamp, String> {
        @Override
        protected void inject(VectorTimestamp value, BiConsumer<String, String> setter) {
            TextTransport.inject(value, setter);
        }

        @Override
        protected Optional<VectorTimestamp> extract(Function<String, @Nullable String> getter) {
            return TextTransport.extractVector(getter);
        }

        @Override
        protected List<VectorTimestamp> values() {
            return List.of(VectorTimestamp.parse("a=1,b=0"), VectorTimestamp.parse("c=3"));
        }

        @Override
        protected List<String> malformed() {
            return List.of("a=");
        }
    }

    static class TransportThatDropsZeros extends BrokenTransport {
        @Override
        protected Optional<VectorTimestamp> extract(Function<String, @Nullable String> getter) {
            return super.extract(getter).map(value -> VectorTimestamp.of(Map.of("a", value.get("a"))));
        }
    }

    static class TransportThatSwallowsFaults extends BrokenTransport {
        @Override
        protected Optional<VectorTimestamp> extract(Function<String, @Nullable String> getter) {
            try {
                return super.extract(getter);
            } catch (MalformedCausalityException e) {
                return Optional.empty();
            }
        }
    }

    static class TransportThatThrowsAnything extends BrokenTransport {
        @Override
        protected Optional<VectorTimestamp> extract(Function<String, @Nullable String> getter) {
            try {
                return super.extract(getter);
            } catch (MalformedCausalityException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    static class TransportThatOverwritesOthers extends BrokenTransport {
        @Override
        protected void inject(VectorTimestamp value, BiConsumer<String, String> setter) {
            setter.accept("content-type", "text/vector");
            super.inject(value, setter);
        }
    }

    /** Not broken: shows that the bases of the broken ones above pass. */
    static class SoundLamport extends LamportClockContract<LamportClock, LamportTimestamp> {
        @Override
        protected ClockAdapter<LamportClock, LamportTimestamp> clocks() {
            return new CoreClocks.Lamport();
        }

        @Override
        protected long time(LamportTimestamp timestamp) {
            return timestamp.time();
        }
    }

    static class SoundVector extends Broken {
        SoundVector() {
            super(new PlainClocks());
        }
    }

    static class SoundPlainLamport extends BrokenLamport {}

    static class SoundTransport extends BrokenTransport {}

    @ParameterizedTest
    @ValueSource(classes = {SoundLamport.class, SoundVector.class, SoundPlainLamport.class, SoundTransport.class})
    void contract_acceptsWhatTheBrokenOnesAreMadeOf(Class<?> sound) {
        EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(sound))
                .execute()
                .testEvents()
                .assertStatistics(events -> events.failed(0));
    }
}
