/** Logical clocks, their timestamps, and how both travel as text and bytes. Needs nothing at run time. */
module dev.likeaclockwork.core {
    // only annotations are used, in signatures too: optional for users
    requires static transitive org.jspecify;

    exports dev.likeaclockwork;
    exports dev.likeaclockwork.wire;
}
