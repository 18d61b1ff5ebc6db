package warren.cli.profile;

/** How a profile is shown; the names are those of {@code -o}. */
enum ShowForm {
  text,
  yaml,
  json,
  name
}
