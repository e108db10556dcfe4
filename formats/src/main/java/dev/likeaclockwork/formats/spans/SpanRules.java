// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.formats.spans;

import dev.likeaclockwork.graph.event.Access;
import java.io.IOException;
import java.io.StringReader;
import java.util.HashSet;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What spans access, by their attributes, and when one span waits for another; immutable.
 *
 * <p>Written as properties:
 *
 * <ul>
 *   <li>{@code NAME.resource} is a template such as <code>{db.system.name|db.system}/{db.collection.name}</code>. The
 *       first attribute that a span has is put in; an empty last alternative allows for none.
 *   <li>{@code NAME.operation} is a template whose first word tells the access; {@code NAME.base} and
 *       {@code NAME.version} are templates of versions. Of the rules that fit a span, the first by name decides.
 *   <li>{@code read}, {@code write}, {@code acquire}, {@code release} list those first words, in any case.
 *   <li>{@code synchronous} lists the kinds of spans that their parent waits for.
 *   <li>{@code siblings} is {@code sequential} if a span comes after those siblings that ended before it started, else
 *       {@code unordered}.
 * </ul>
 */
public final class SpanRules {
    private static final String STANDARD_TEXT = """
            database.resource = {db.system.name|db.system}:{db.namespace|db.name|}/{db.collection.name|db.sql.table}
            database.operation = {db.operation.name|db.operation|db.query.summary|db.query.text|db.statement}
            message.resource = \\
              {messaging.system}:{messaging.destination.name|messaging.destination}/{messaging.kafka.message.key}
            message.operation = {messaging.operation.type|messaging.operation}
            read = SELECT GET HGET HGETALL MGET EXISTS FIND FINDONE AGGREGATE COUNT DISTINCT QUERY SCAN GETITEM BATCHGETITEM
            write = INSERT UPDATE DELETE MERGE UPSERT REPLACE TRUNCATE SET HSET MSET DEL INCR DECR FINDANDMODIFY \\
              INSERTONE UPDATEONE DELETEONE INSERTMANY UPDATEMANY DELETEMANY PUTITEM UPDATEITEM DELETEITEM \\
              BATCHWRITEITEM SEND PUBLISH
            acquire = LOCK ACQUIRE
            release = UNLOCK RELEASE
            synchronous = INTERNAL CLIENT SERVER
            siblings = unordered
            """;

    private static final String SEQUENTIAL = "sequential";
    private static final SpanRules STANDARD = parse("");

    private final AccessRules accesses;
    private final Set<Span.Kind> synchronous;
    private final boolean siblingsAreSequential;

    private SpanRules(Properties properties) {
        this.accesses = AccessRules.of(properties);
        this.synchronous = kinds(properties.getProperty("synchronous"));
        String siblings = properties.getProperty("siblings").strip();
        if (!siblings.equals(SEQUENTIAL) && !siblings.equals("unordered")) {
            throw new IllegalArgumentException("siblings must be sequential or unordered, and not '" + siblings + "'");
        }
        this.siblingsAreSequential = siblings.equals(SEQUENTIAL);
    }

    /** The rules that follow the semantic conventions of OpenTelemetry, which the documentation lists. */
    public static SpanRules standard() {
        return STANDARD;
    }

    /**
     * The standard rules with additions and changes.
     *
     * @param properties in the form of {@link Properties}
     * @throws IllegalArgumentException if a rule is none, naming it
     */
    public static SpanRules parse(String properties) {
        Properties all = new Properties();
        try {
            all.load(new StringReader(STANDARD_TEXT));
            all.load(new StringReader(properties));
        } catch (IOException e) {
            throw new IllegalStateException("a text in memory cannot be read", e);
        }
        return new SpanRules(all);
    }

    private static Set<Span.Kind> kinds(String names) {
        Set<Span.Kind> kinds = new HashSet<>();
        for (String name : AccessRules.words(names)) {
            try {
                kinds.add(Span.Kind.valueOf(name));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("synchronous names '" + name + "', which is no kind of span", e);
            }
        }
        return kinds;
    }

    /** What a span accesses; null if nothing. */
    @Nullable
    public Access access(Span span) {
        return accesses.of(span);
    }

    /**
     * Whether the end of a parent certainly comes after the end of its child. A client waits for its server unless it
     * failed, as with a timeout; that the server's span ended a little later, when the answer had left, means nothing.
     * Of other children in the same process, by whose clock both are stamped, one that ended later was not waited for.
     */
    boolean waits(Span parent, Span child) {
        if (!synchronous.contains(child.kind) || parent.end == null || child.end == null) {
            return false;
        }
        if (child.kind == Span.Kind.SERVER) {
            return answers(child, parent);
        }
        return parent.process.equals(child.process) && !child.end.isAfter(parent.end);
    }

    private static boolean answers(Span server, Span client) {
        return client.kind == Span.Kind.CLIENT && !client.failed && server.kind == Span.Kind.SERVER;
    }

    /** Whether the children of a span in its own process run one after the other where their times say so. */
    boolean siblingsAreSequential() {
        return siblingsAreSequential;
    }
}
