package warren.profile.file;

import java.util.Collection;
import warren.dw.Code;
import warren.dw.Nearest;
import warren.profile.model.ModelNotes;

/** Tells what is wrong with an object's metadata, in whole sentences. */
final class MetadataNotes implements ModelNotes {
  private final Teller teller;
  private boolean faulty;

  MetadataNotes(Teller teller) {
    this.teller = teller;
  }

  /** Takes a fault; {@code path} is the field's place in the object. */
  interface Teller {
    void tell(Code code, String path, String message, String hint);
  }

  /** Whether anything was wrong. */
  boolean faulty() {
    return faulty;
  }

  @Override
  public void unknown(String path, String field, String what, Collection<String> known) {
    String hint =
        Nearest.of(field, known).map(near -> "Did you mean '" + near + "'?").orElse("Remove it.");
    add(ObjectReader.UNKNOWN_FIELD, path, path + " is not a field of " + what + ".", hint);
  }

  @Override
  public void invalid(String path, String fault, String hint) {
    add(ObjectReader.INVALID, path, path + " " + fault + ".", hint);
  }

  @Override
  public void refused(String path, String reason) {
    add(ObjectReader.INVALID, path, path + " is not allowed: " + reason + ".", "Remove it.");
  }

  private void add(Code code, String path, String message, String hint) {
    faulty = true;
    teller.tell(code, path, message, hint);
  }
}
