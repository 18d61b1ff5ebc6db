package warren.cli.profile;

/** How profiles are listed; the names are those of {@code -o}. */
enum ListForm {
  table,
  wide,
  json,
  yaml,
  name
}
