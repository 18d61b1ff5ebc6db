#!/bin/bash
# Two computes write result files; on each Rabbit one container compresses them, and another one indexes
# what the first has compressed. Run it with:  ./warren run --nodes 2 examples/two-containers/job.sh
#DW jobdw type=gfs2 capacity=10GB name=results
#DW container name=compressor profile=compressor DW_JOB_results=results
#DW container name=indexer profile=indexer DW_JOB_results=results
set -euo pipefail

# The first container directive has the variables of a job with one; the second has its name behind them.
echo "compressor on $NNF_CONTAINER_HOSTNAMES of $NNF_CONTAINER_SUBDOMAIN"
echo "indexer on $NNF_CONTAINER_HOSTNAMES_indexer of $NNF_CONTAINER_SUBDOMAIN_indexer"

# A file is renamed when it is whole; the marker says that no more will come.
warren step -- bash -euo pipefail -c '
  cd "$DW_JOB_results"
  for part in 1 2 3 4; do
    seq -f "$WARREN_COMPUTE_NAME sample %g" $((part * 5000)) > "part-$part.tmp"
    mv "part-$part.tmp" "part-$part.dat"
  done
  touch no-more-parts
'

# The indexer answers with the file index, a line per file: checksum of the content, lines, name.
warren step -- bash -euo pipefail -c '
  cd "$DW_JOB_results"
  for _ in $(seq 300); do [ -e index ] && break; sleep 0.2; done
  [ "$(wc -l < index)" = 4 ]
  while read -r checksum lines file; do
    [ "$(gunzip -c "$file" | sha256sum | cut -d " " -f 1)" = "$checksum" ]
    printf "%s: %s, %s lines, indexed beside the job\n" "$WARREN_COMPUTE_NAME" "$file" "$lines"
  done < index
'
