package warren.cli.job;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import warren.plan.UserIdentity;

/** Reads {@code UID:GID}. */
public final class UserOption implements ITypeConverter<UserIdentity> {
  private static final Pattern IDS = Pattern.compile("([0-9]{1,10}):([0-9]{1,10})");

  @Override
  public UserIdentity convert(String value) {
    Matcher ids = IDS.matcher(value);
    if (!ids.matches()) {
      throw new TypeConversionException(
          "'" + value + "' is not UID:GID, two numbers such as 1050:1051");
    }
    try {
      return new UserIdentity(Long.parseLong(ids.group(1)), Long.parseLong(ids.group(2)));
    } catch (IllegalArgumentException outOfRange) {
      throw new TypeConversionException("'" + value + "': " + outOfRange.getMessage());
    }
  }
}
