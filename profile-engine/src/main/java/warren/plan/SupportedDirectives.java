package warren.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import warren.dw.ContainerDw;
import warren.dw.CopyIn;
import warren.dw.CopyOut;
import warren.dw.CreatePersistent;
import warren.dw.DestroyPersistent;
import warren.dw.Directive;
import warren.dw.FileSystemType;
import warren.dw.Finding;
import warren.dw.ForeignDirective;
import warren.dw.JobDw;
import warren.dw.PersistentDw;

/** Which directives Warren can carry out. */
final class SupportedDirectives {
  private SupportedDirectives() {}

  static List<Finding> check(Directive directive) {
    List<Finding> findings =
        switch (directive) {
          case JobDw job -> checkStorage(job);
          case ContainerDw container -> List.of();
          case CreatePersistent create -> List.of(Refusals.directive("create_persistent"));
          case DestroyPersistent destroy -> List.of(Refusals.directive("destroy_persistent"));
          case PersistentDw persistent -> List.of(Refusals.directive("persistentdw"));
          case CopyIn in -> List.of(Refusals.directive("copy_in"));
          case CopyOut out -> List.of(Refusals.directive("copy_out"));
          case ForeignDirective foreign -> List.of(); // the site's rules accept it
        };
    return findings.stream().map(finding -> finding.about(directive.index())).toList();
  }

  private static List<Finding> checkStorage(JobDw job) {
    List<Finding> findings = new ArrayList<>();
    fault(job.type()).map(Refusals::fileSystem).ifPresent(findings::add);
    job.requires().stream().map(Refusals::requires).forEach(findings::add);
    job.profile().map(Refusals::storageProfileIgnored).ifPresent(findings::add);
    return findings;
  }

  private static Optional<String> fault(FileSystemType type) {
    return switch (type) {
      // No container can use xfs, which the directives' own checks tell; the computes can.
      case LUSTRE, GFS2, XFS -> Optional.empty();
      case RAW ->
          Optional.of(
              "The file system type raw is not supported: Warren's storage is directories, which"
                  + " cannot be block devices.");
    };
  }
}
