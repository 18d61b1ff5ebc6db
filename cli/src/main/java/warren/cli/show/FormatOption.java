package warren.cli.show;

/** How answers are printed; the names are those of {@code --format}. */
public enum FormatOption {
  text,
  json
}
