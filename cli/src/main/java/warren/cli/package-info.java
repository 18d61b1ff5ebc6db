/** The {@code warren} command: its subcommands, its exit statuses, and how failures are told. */
package warren.cli;
