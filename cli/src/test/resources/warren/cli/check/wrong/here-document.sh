#!/bin/bash
cat > other.sh <<EOF
#DW jobdw type=gfs2 capacity=10GB
EOF
srun ./simulation
