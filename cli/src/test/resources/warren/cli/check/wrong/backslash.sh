#!/bin/bash
#DW jobdw type=gfs2 capacity=10GB \
#DW name=red-rock
srun ./simulation
