package warren.cli.check;

/** How answers are printed; the names are those of {@code --format}. */
enum FormatOption {
  text,
  json
}
