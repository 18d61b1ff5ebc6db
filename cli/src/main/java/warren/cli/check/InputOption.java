package warren.cli.check;

/** What inputs hold when they are not scripts; the names are those of {@code --input}. */
enum InputOption {
  json
}
