/** Causality for gRPC. */
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic"}) // gRPC has names of modules, but no modules
module dev.likeaclockwork.grpc {
    requires transitive dev.likeaclockwork.runtime;
    requires transitive io.grpc;
    requires static transitive org.jspecify;

    exports dev.likeaclockwork.grpc;
}
