// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.jpa;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The timestamp of the event that last wrote an entity, on a field of type {@link dev.likeaclockwork.VectorTimestamp};
 * at most one for an entity and its superclasses.
 *
 * <pre>{@code
 * @CausalVersion
 * @Column(length = 8192)
 * VectorTimestamp version;
 *
 * product.price = 12;
 * product.version = clock.receive(product.version);   // a writer takes note of what it read
 * }</pre>
 *
 * <p>Whenever Hibernate updates or deletes such an entity, it first locks the row and reads the timestamp that is
 * stored. An update must happen after that, and a delete must not happen before it or concurrently; otherwise the flush
 * fails with a {@link ConcurrentOverwriteException}. Statements of JPQL or SQL, and changes of collections alone, are
 * not looked at.
 *
 * <p>Costs one {@code select for update} by primary key for each update and delete. A database that has no such
 * statement is not guarded against writes between the two.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface CausalVersion {}
