package warren.dw;

/** A part of a directive and where it stands. */
record Word(String text, Place place) {}
