#!/bin/bash
#DW jobdw type=gfs2 capacity=10GB name=red-rock requires=copy-offload,
srun ./simulation
