package warren.profile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import warren.api.Schemas;

/** What the definition of profiles lets pass is what the reader knows, and the other way round. */
class ProfileSchemaTest {
  private static final JsonNode DATA =
      Schemas.properties("nnfcontainerprofiles", "v1alpha11").path("data");

  @Test
  void both_versions_have_the_same_schema() {
    assertThat(Schemas.properties("nnfcontainerprofiles", "v1alpha1"))
        .isEqualTo(Schemas.properties("nnfcontainerprofiles", "v1alpha11"));
  }

  @Test
  void the_reader_knows_exactly_the_fields_of_the_schema() {
    JsonNode mpi = DATA.at("/properties/mpiSpec");
    JsonNode replicas = mpi.at("/properties/mpiReplicaSpecs");
    agree(ProfileReader.DATA, DATA);
    agree(StoragesReader.STORAGE, DATA.at("/properties/storages/items"));
    agree(MpiFields.MPI, mpi);
    agree(MpiFields.REPLICAS, replicas);
    agree(MpiFields.LAUNCHER, replicas.at("/properties/Launcher"));
    agree(MpiFields.WORKER, replicas.at("/properties/Worker"));
    agree(MpiFields.TEMPLATE, replicas.at("/properties/Worker/properties/template"));
  }

  @Test
  void nothing_has_a_default_in_the_schema_so_that_digests_stay() {
    assertThat(DATA.findValues("default")).isEmpty();
  }

  private static void agree(FieldTable table, JsonNode schema) {
    Set<String> fields = new TreeSet<>();
    schema.path("properties").fieldNames().forEachRemaining(fields::add);
    assertThat(new TreeSet<>(table.rules().keySet())).as(table.what()).isEqualTo(fields);
  }
}
