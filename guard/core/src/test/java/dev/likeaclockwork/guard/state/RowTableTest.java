// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.likeaclockwork.guard.StateStoreContract;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The table over rows, which are in a map here. */
class RowTableTest extends StateStoreContract {
    private static final StateKind<String> TEXTS = new StateKind<>("row-texts", Codec.utf8(), true);
    private static final StateKind<String> KEPT = new StateKind<>("kept-texts", Codec.utf8(), false);

    private final FakeDatabase database = new FakeDatabase();

    @BeforeEach
    void empty() {
        database.content.clear();
        database.calls.clear();
    }

    @Override
    protected StateStore open(InstantSource time) {
        return new StateStore() {
            @Override
            public <S> StateTable<S> table(StateKind<S> kind) {
                return RowTable.of(kind, database, content -> new MapRows(content, kind.name(), time));
            }
        };
    }

    private StateTable<String> table(StateKind<String> kind) {
        return open(InstantSource.system()).table(kind);
    }

    /** A row with the time of its last write. */
    private record Row(String state, Instant writtenAt) {}

    /** Transactions, one at a time, on a copy of the content that replaces it on success. */
    private static final class FakeDatabase implements RowTransactions<Map<String, Row>, IOException> {
        private final Map<String, Row> content = new ConcurrentHashMap<>();
        private final Map<String, String> calls = new LinkedHashMap<>();
        private boolean joins;

        @Override
        public boolean joins() {
            return joins;
        }

        @Override
        public synchronized <R> R in(String failure, Work<Map<String, Row>, R, IOException> work) {
            Map<String, Row> copy = new HashMap<>(content);
            try {
                R result = work.in(copy);
                content.clear();
                content.putAll(copy);
                return result;
            } catch (IOException e) {
                throw new StoreException(failure, false, e);
            }
        }
    }

    /** The rows whose keys begin with a kind. The time of expiry is a row, too. */
    private final class MapRows implements Rows<IOException> {
        private final Map<String, Row> content;
        private final String kind;
        private final InstantSource time;

        MapRows(Map<String, Row> content, String kind, InstantSource time) {
            this.content = content;
            this.kind = kind;
            this.time = time;
        }

        @Override
        public byte[] read(String key) throws IOException {
            if (key.equals("broken")) {
                throw new IOException("the disk is broken");
            }
            Row row = content.get(kind + "/" + key);
            return row == null ? null : row.state().getBytes(StandardCharsets.ISO_8859_1);
        }

        @Override
        public byte[] lock(String key) throws IOException {
            database.calls.put(key, "locked");
            return read(key);
        }

        @Override
        public void write(String key, byte[] state) {
            database.calls.merge(key, "written", (before, call) -> before + ", " + call);
            content.put(kind + "/" + key, new Row(new String(state, StandardCharsets.ISO_8859_1), time.instant()));
        }

        @Override
        public void delete(String key) {
            database.calls.merge(key, "deleted", (before, call) -> before + ", " + call);
            content.remove(kind + "/" + key);
        }

        @Override
        public void keep(String key) {
            database.calls.merge(key, "kept", (before, call) -> before + ", " + call);
        }

        @Override
        public Map<String, byte[]> all() throws IOException {
            Map<String, byte[]> all = new HashMap<>();
            for (String rowKey : content.keySet()) {
                if (rowKey.startsWith(kind + "/")) {
                    String key = rowKey.substring(kind.length() + 1);
                    all.put(key, read(key));
                }
            }
            return all;
        }

        @Override
        public Instant lostUntil() {
            Row row = content.get("lost " + kind);
            return row == null ? null : row.writtenAt();
        }

        @Override
        public long expire(Instant before) {
            List<String> old = content.entrySet().stream()
                    .filter(row -> row.getKey().startsWith(kind + "/"))
                    .filter(row -> row.getValue().writtenAt().isBefore(before))
                    .map(Map.Entry::getKey)
                    .toList();
            old.forEach(content::remove);
            if (!old.isEmpty()) {
                content.put("lost " + kind, new Row("", before));
            }
            return old.size();
        }
    }

    @Test
    void change_endsTheLockOfItsRow() {
        StateTable<String> table = table(TEXTS);

        table.update("a", stored -> Change.write("1", 1));
        table.update("b", stored -> Change.keep(1));
        table.update("c", stored -> Change.remove(1));

        assertThat(database.calls)
                .containsOnly(
                        Map.entry("a", "locked, written"),
                        Map.entry("b", "locked, kept"),
                        Map.entry("c", "locked, deleted"));
    }

    @Test
    void failureOfTheDatabase_hasTheOperationInItsMessage() {
        StateTable<String> table = table(TEXTS);

        assertThatThrownBy(() -> table.read("broken"))
                .isInstanceOf(StoreException.class)
                .hasMessage("cannot read the row-texts of key 'broken': the disk is broken");
        assertThatThrownBy(() -> table.update("broken", stored -> Change.keep(1)))
                .isInstanceOf(StoreException.class)
                .hasMessage("cannot write the row-texts of key 'broken': the disk is broken");
    }

    @Test
    void kindThatMustBeKept_hasNoTimeOfLoss() {
        database.content.put("lost kept-texts", new Row("", Instant.EPOCH));

        assertThat(table(KEPT).read("k")).isEqualTo(StoredState.empty(null));
    }

    @Test
    void table_joinsTheCallersTransactionIfItsTransactionsDo() {
        assertThat(table(TEXTS).joinsTransaction()).isFalse();

        database.joins = true;

        assertThat(table(TEXTS).joinsTransaction()).isTrue();
    }
}
