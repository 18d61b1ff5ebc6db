#!/bin/bash
# The script makes two trees on the job's lustre file system; the MPI program of the profile, a launcher
# and a worker on each Rabbit, compares them in parallel. Run it with:
#   ./warren run --nodes 2 examples/mpi-red-rock-slushy/job.sh
#DW jobdw type=lustre capacity=10GB name=red-rock
#DW container name=slushy profile=mpi-red-rock-slushy DW_JOB_foo_local_storage=red-rock
set -euo pipefail
cd "$DW_JOB_red_rock"

for tree in 0 1; do
  mkdir -p "$tree/deep/er"
  for file in $(seq 24); do seq -f "file $file line %g" 2000 > "$tree/deep/file-$file"; done
  echo "the same in both" > "$tree/deep/er/same"
done
echo "only the second tree says this" >> 1/deep/file-17 # the difference to be found

# The containers have been running since before this script began: the program waits for this marker.
touch trees-are-complete

for _ in $(seq 600); do [ -e dcmp.report ] && break; sleep 0.2; done
cat dcmp.report
grep -q '^differs: deep/file-17$' dcmp.report
[ "$(grep -c '^differs: ' dcmp.report)" = 1 ]
