/**
 * Three services as three processes: {@code order} asks {@code payment} and {@code inventory}, which both change the stock.
 * {@link dev.likeaclockwork.examples.shop.Demo} starts them and shows which of them raced.
 */
@NullMarked
package dev.likeaclockwork.examples.shop;

import org.jspecify.annotations.NullMarked;
