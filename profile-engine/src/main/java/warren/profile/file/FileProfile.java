package warren.profile.file;

import static java.util.Objects.requireNonNull;

import warren.api.NnfContainerProfile;
import warren.dw.Place;
import warren.profile.FieldPlaces;
import warren.profile.ProfileReader;
import warren.profile.ProfileReader.ProfileReading;

/**
 * A profile that stands in a file.
 *
 * @param profile with the {@code apiVersion} that the file gives
 * @param place of the object in the file
 */
public record FileProfile(NnfContainerProfile profile, FieldPlaces places, Place place) {
  public FileProfile {
    requireNonNull(profile, "profile");
    requireNonNull(places, "places");
    requireNonNull(place, "place");
  }

  /** {@code metadata.name}. */
  public String name() {
    return profile.getMetadata().getName();
  }

  /** What it says, with findings at the lines they are about. */
  public ProfileReading read() {
    return ProfileReader.read(profile, places);
  }
}
