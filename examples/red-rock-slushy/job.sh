#!/bin/bash
# Two computes write result files; on each Rabbit the container red-rock-slushy compresses them as they
# appear. Run it with:  ./warren run --nodes 2 examples/red-rock-slushy/job.sh
#DW jobdw type=gfs2 capacity=10GB name=red-rock
#DW container name=slushy profile=red-rock-slushy DW_JOB_foo_local_storage=red-rock
set -euo pipefail

# Each compute writes into its own file system. A file is renamed when it is whole, so that nobody ever
# reads half of one; the marker says that no more will come.
warren step -- bash -euo pipefail -c '
  for part in 1 2 3 4; do
    seq -f "$WARREN_COMPUTE_NAME sample %g" $((part * 5000)) > "$DW_JOB_red_rock/part-$part.tmp"
    mv "$DW_JOB_red_rock/part-$part.tmp" "$DW_JOB_red_rock/part-$part.dat"
  done
  touch "$DW_JOB_red_rock/no-more-parts"
'

# The container answers with slushy.index, a line per file: checksum of the original, size, name.
warren step -- bash -euo pipefail -c '
  for _ in $(seq 300); do [ -e "$DW_JOB_red_rock/slushy.index" ] && break; sleep 0.2; done
  cd "$DW_JOB_red_rock"
  [ "$(wc -l < slushy.index)" = 4 ]
  while read -r checksum size file; do
    [ "$(gunzip -c "$file.gz" | sha256sum | cut -d " " -f 1)" = "$checksum" ]
    printf "%s: %s, %s bytes, compressed by the container to %s\n" \
      "$WARREN_COMPUTE_NAME" "$file" "$size" "$(stat -c %s "$file.gz")"
  done < slushy.index
'
