/** The {@code clockwork} command. */
module dev.likeaclockwork.cli {
    requires dev.likeaclockwork.formats;
    requires transitive info.picocli;
    requires static transitive org.jspecify;

    exports dev.likeaclockwork.cli;

    opens dev.likeaclockwork.cli to
            info.picocli;
    opens dev.likeaclockwork.cli.command to
            info.picocli;
    opens dev.likeaclockwork.cli.options to
            info.picocli;
}
