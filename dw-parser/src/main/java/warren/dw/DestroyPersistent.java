package warren.dw;

/** {@code #DW destroy_persistent}: removes the persistent storage of this name. */
public record DestroyPersistent(int index, String name) implements Directive {
  public DestroyPersistent {
    Limits.index(index);
    Limits.name(name, "name");
  }

  @Override
  public String text() {
    return DirectiveText.of("destroy_persistent").with("name", name).toString();
  }
}
