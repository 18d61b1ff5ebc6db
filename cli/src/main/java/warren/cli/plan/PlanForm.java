package warren.cli.plan;

/** How a plan is printed; the names are those of {@code -o}. */
enum PlanForm {
  text,
  yaml,
  json
}
