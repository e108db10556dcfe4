// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph.model;

import com.carrotsearch.hppc.ObjectIntHashMap;
import com.carrotsearch.hppc.sorting.IndirectSort;
import java.util.ArrayList;
import java.util.List;

/** Texts that many events share: each is kept once, and events name it by its number. */
public final class Names {
    /** The number of a text that is not there. */
    public static final int NONE = -1;

    private final ObjectIntHashMap<String> numbers = new ObjectIntHashMap<>();
    private final List<String> texts = new ArrayList<>();

    /** The number of a text, a new one if need be. */
    public int add(String text) {
        int number = numbers.getOrDefault(text, NONE);
        if (number == NONE) {
            number = texts.size();
            texts.add(text);
            numbers.put(text, number);
        }
        return number;
    }

    /** The number of a text, or {@link #NONE}. */
    public int find(String text) {
        return numbers.getOrDefault(text, NONE);
    }

    public String text(int number) {
        return texts.get(number);
    }

    public int size() {
        return texts.size();
    }

    /** Renumbers the texts in their natural order, and returns the new number of each old one. */
    int[] sort() {
        int[] order = IndirectSort.mergesort(texts.toArray(String[]::new), 0, texts.size(), String::compareTo);
        List<String> old = List.copyOf(texts);
        int[] renumbered = new int[order.length];
        for (int number = 0; number < order.length; number++) {
            String text = old.get(order[number]);
            renumbered[order[number]] = number;
            texts.set(number, text);
            numbers.put(text, number);
        }
        return renumbered;
    }
}
