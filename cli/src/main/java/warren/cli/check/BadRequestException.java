package warren.cli.check;

/** A line of JSON that cannot be answered; its message is a clause for whoever sent it. */
final class BadRequestException extends Exception {
  private static final long serialVersionUID = 1L;

  BadRequestException(String why) {
    super(why);
  }
}
