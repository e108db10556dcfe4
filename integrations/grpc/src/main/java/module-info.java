/** Integration of gRPC. */
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic"}) // gRPC declares module names only
module dev.likeaclockwork.grpc {
    requires transitive dev.likeaclockwork.runtime;
    requires transitive io.grpc;
    requires static transitive org.jspecify;

    exports dev.likeaclockwork.grpc;
}
