/** Integration of Jakarta Servlet 5 and later. */
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic"}) // Servlet 5 is no module; Servlet 6 is
module dev.likeaclockwork.servlet {
    requires transitive dev.likeaclockwork.runtime;
    requires transitive jakarta.servlet;
    requires static transitive org.jspecify;

    exports dev.likeaclockwork.servlet;
}
