/** Integration of the JDK's HTTP client. */
module dev.likeaclockwork.httpclient {
    requires transitive dev.likeaclockwork.runtime;
    requires transitive java.net.http;
    requires static transitive org.jspecify;

    exports dev.likeaclockwork.httpclient;
}
