#!/bin/bash
#PBS -v dw="#DW jobdw type=gfs2 capacity=10GB name=red-rock"
kubectl apply -f - <<END
  dwDirectives: ["#DW persistentdw name=keep"]
END
