// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.rocksdb;

import dev.likeaclockwork.guard.Action;
import dev.likeaclockwork.guard.CausalDeduplicator;
import dev.likeaclockwork.guard.ConsumerProcess;
import dev.likeaclockwork.guard.Deliveries;
import dev.likeaclockwork.guard.GuardPolicy;
import dev.likeaclockwork.guard.state.StateStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDBException;
import org.rocksdb.Transaction;

/**
 * Counts each event's effects in the RocksDB in which they are remembered, in one transaction. The fourth argument is
 * its directory.
 */
final class TransactionConsumer {
    static final GuardPolicy POLICY = GuardPolicy.operations(Action.QUEUE).withConcurrent(Action.PROCESS);

    private TransactionConsumer() {}

    public static void main(String[] arguments) throws Exception {
        try (RocksStore rocks = RocksStore.open(Path.of(arguments[3]))) {
            ConsumerProcess.consume(
                    arguments,
                    delivery -> rocks.inTransaction((store, transaction) -> process(delivery, store, transaction)));
        }
    }

    private static Object process(Deliveries.Delivery delivery, StateStore store, Transaction transaction)
            throws RocksDBException {
        byte[] name = delivery.name().getBytes(StandardCharsets.UTF_8);
        return CausalDeduplicator.on(store, POLICY)
                .build()
                .process(delivery.key(), delivery.event(), () -> count(transaction, name));
    }

    private static void count(Transaction transaction, byte[] name) throws RocksDBException {
        try (ReadOptions options = new ReadOptions()) {
            byte[] counted = transaction.get(options, name);
            transaction.put(name, new byte[] {(byte) (counted == null ? 1 : counted[0] + 1)});
        }
    }
}
