package warren.api;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** Lists and maps of the models: copied, and empty when a resource does not have them. */
@SuppressWarnings("NonApiType") // the models are Serializable, so their fields are of such types
final class Absent {
  private Absent() {}

  static <T> ArrayList<T> isEmpty(Collection<T> read) {
    return read == null ? new ArrayList<>() : new ArrayList<>(read);
  }

  static <V> LinkedHashMap<String, V> isEmpty(Map<String, V> read) {
    return read == null ? new LinkedHashMap<>() : new LinkedHashMap<>(read);
  }
}
