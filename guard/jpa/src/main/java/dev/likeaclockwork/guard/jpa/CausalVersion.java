// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.jpa;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the timestamp of the event that last wrote an entity, a field of type
 * {@link dev.likeaclockwork.VectorTimestamp}. An entity and its superclasses have at most one.
 *
 * <pre>{@code
 * @CausalVersion
 * @Column(length = 8192)
 * VectorTimestamp version;
 *
 * product.price = 12;
 * product.version = clock.receive(product.version);   // the write happens after the version that was read
 * }</pre>
 *
 * <p>Before Hibernate updates or deletes such an entity, it locks the row and reads the stored timestamp. An update
 * must happen after the stored timestamp, and a delete must equal it or happen after it; otherwise the flush fails with
 * a {@link ConcurrentOverwriteException}. JPQL and SQL statements, and changes of collections alone, are not checked.
 *
 * <p>The check costs one {@code select for update} by primary key for each update and delete. In a database without
 * that statement, writes between the check and the update are not detected.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface CausalVersion {}
