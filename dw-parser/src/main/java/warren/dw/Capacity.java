package warren.dw;

import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;

/**
 * A size of storage, as {@code capacity=} gives it: decimal digits and a unit, {@code 10GB} or
 * {@code 10GiB}.
 *
 * @param text as the user wrote it
 * @param bytes the same in bytes: KB, MB, GB, TB are powers of 1000, KiB, MiB, GiB, TiB of 1024; at
 *     most {@link Long#MAX_VALUE}
 */
public record Capacity(String text, long bytes) {
  private static final Map<String, Long> UNITS =
      Map.of(
          "KB",
          1_000L,
          "MB",
          1_000_000L,
          "GB",
          1_000_000_000L,
          "TB",
          1_000_000_000_000L,
          "KiB",
          1L << 10,
          "MiB",
          1L << 20,
          "GiB",
          1L << 30,
          "TiB",
          1L << 40);

  public Capacity {
    if (bytes < 0 || !exactBytes(text).equals(Optional.of(BigInteger.valueOf(bytes)))) {
      throw new IllegalArgumentException("'" + text + "' is not a capacity of " + bytes + " bytes");
    }
  }

  /**
   * The capacity this text means; empty when it has another form or is more than a long can hold.
   */
  public static Optional<Capacity> of(String text) {
    return exactBytes(text)
        .filter(bytes -> bytes.bitLength() < Long.SIZE)
        .map(bytes -> new Capacity(text, bytes.longValueExact()));
  }

  private static Optional<BigInteger> exactBytes(String text) {
    int digits = 0;
    while (digits < text.length() && text.charAt(digits) >= '0' && text.charAt(digits) <= '9') {
      digits++;
    }
    Optional<Long> unit = Optional.ofNullable(UNITS.get(text.substring(digits)));
    // Leading zeros aside, twenty digits are more than a long holds; longer texts are not worth
    // parsing.
    String number = text.substring(0, digits).replaceFirst("^0+(?=.)", "");
    if (number.isEmpty() || number.length() > 20) {
      return Optional.empty();
    }
    return unit.map(size -> new BigInteger(number).multiply(BigInteger.valueOf(size)));
  }

  @Override
  public String toString() {
    return text;
  }
}
