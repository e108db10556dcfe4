/** Causality for servlets of Jakarta Servlet 5 and later. */
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic"}) // of Servlet 5; 6 is a module
module dev.likeaclockwork.servlet {
    requires transitive dev.likeaclockwork.runtime;
    requires transitive jakarta.servlet;
    requires static transitive org.jspecify;

    exports dev.likeaclockwork.servlet;
}
