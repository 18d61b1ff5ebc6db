package warren.launch.render;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import java.util.LinkedHashMap;
import java.util.Map;
import warren.launch.ContainerFiles.File;
import warren.launch.Setting;

/** The ConfigMap that holds a workload's own files. */
final class FilesObject {
  private FilesObject() {}

  static ConfigMap of(Setting setting) {
    Map<String, String> data = new LinkedHashMap<>();
    for (File file : setting.files().files()) {
      data.put(file.key(), file.content());
    }
    return new ConfigMapBuilder()
        .withMetadata(Metadata.of(setting.files().name(), setting))
        .withData(data)
        .build();
  }
}
