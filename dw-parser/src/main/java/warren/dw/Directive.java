package warren.dw;

/** One {@code #DW} line, understood. A directive that exists has passed the rule book. */
public sealed interface Directive
    permits JobDw,
        CreatePersistent,
        DestroyPersistent,
        PersistentDw,
        CopyIn,
        CopyOut,
        ContainerDw,
        ForeignDirective {
  /** Its place among the workflow's directives, as DWS counts, from zero. */
  int index();

  /** The directive as text that reads back the same: {@code #DW container name=c profile=p}. */
  String text();
}
